package shareddb.migrate.snapshot.rows;

/** How far a sequence had counted: {@code called} tells whether it has given out that value. */
public record SequencePosition(String sequence, long last, boolean called) {}
