package shareddb.migrate;

import java.time.Duration;

/**
 * A session that holds a lock which an operation needs.
 *
 * @param state what it does now: {@code idle in transaction} is a forgotten one
 * @param query what it runs, or ran last
 * @param age since when its transaction is open
 */
public record Blocker(
    int pid, String user, String application, String state, String query, Duration age) {}
