package shareddb.migrate;

import java.time.Duration;

/** The session that works on a target just now. */
public record Holder(int pid, String user, String application, Duration connectedFor) {}
