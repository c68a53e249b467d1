package shareddb.learn.lesson;

import org.jspecify.annotations.Nullable;

/**
 * The first line of an output that differs.
 *
 * @param index which line of the output that the page shows, from 0
 * @param expected null where the page shows no more
 * @param got null where nothing more came
 */
record LineDifference(int index, @Nullable String expected, @Nullable String got) {}
