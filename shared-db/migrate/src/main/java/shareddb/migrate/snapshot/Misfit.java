package shareddb.migrate.snapshot;

/** Something of a snapshot for which its track makes no place. */
public sealed interface Misfit {

  record NoTable(String table, long rows) implements Misfit {}

  record NoColumn(String table, String column) implements Misfit {}

  record NoSequence(String sequence) implements Misfit {}
}
