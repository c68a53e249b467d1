package shareddb.migrate.snapshot.rows;

/**
 * The position of a sequence.
 *
 * @param called whether the sequence has already given out the value {@code last}
 */
public record SequencePosition(String sequence, long last, boolean called) {}
