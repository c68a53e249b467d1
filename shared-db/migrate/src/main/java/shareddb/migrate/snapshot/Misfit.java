package shareddb.migrate.snapshot;

/** A part of a snapshot that does not exist in the schema that the track makes. */
public sealed interface Misfit {

  record NoTable(String table, long rows) implements Misfit {}

  record NoColumn(String table, String column) implements Misfit {}

  record NoSequence(String sequence) implements Misfit {}
}
