package shareddb.learn.check;

import java.time.Duration;

/**
 * One check with its result.
 *
 * @param id its name in the exercise
 * @param label the words at the beginning of its line
 */
public record CheckedEntry(String id, String label, CheckResult result, Duration took) {}
