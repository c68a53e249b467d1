package shareddb.web;

import java.time.Duration;

/**
 * What a module does by itself every now and then, beside requests: a bounded amount of work each
 * time. Where several processes serve the module, each does it.
 *
 * @param name for the log, as in {@code remove expired sessions}
 */
public record Chore(String name, Duration every, Runnable work) {}
