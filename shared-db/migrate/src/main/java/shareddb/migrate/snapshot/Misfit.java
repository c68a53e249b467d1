package shareddb.migrate.snapshot;

/** A part of a snapshot that does not exist in the schema that the track makes. */
public sealed interface Misfit {

  /** The table does not exist, and the snapshot has rows of it. */
  record NoTable(String table, long rows) implements Misfit {}

  /** The column does not exist. */
  record NoColumn(String table, String column) implements Misfit {}

  /** The sequence does not exist. */
  record NoSequence(String sequence) implements Misfit {}
}
