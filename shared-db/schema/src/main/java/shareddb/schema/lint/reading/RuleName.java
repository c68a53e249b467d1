package shareddb.schema.lint.reading;

import static shareddb.schema.lint.reading.Severity.ERROR;
import static shareddb.schema.lint.reading.Severity.NOTE;
import static shareddb.schema.lint.reading.Severity.WARNING;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules, each with its number, its severity and what it finds. A number is never used again.
 */
public enum RuleName {
  LINT_EXCEPTION("L00", WARNING, "an exception that allows nothing, or gives no reason"),
  FILE_NAME("L01", ERROR, "a file's name has no version, or the version of another file"),
  SCRIPT_CANNOT_RUN("L02", ERROR, "a script that cannot run to its end in the tool's transaction"),
  MISSING_UNDO("L03", WARNING, "a migration without an undo script"),
  VERSION_GAP("L04", WARNING, "a gap in the versions"),
  SET_NOT_NULL("L05", WARNING, "SET NOT NULL reads all rows while it blocks the table"),
  ADD_REQUIRED_COLUMN("L06", ERROR, "a new required column that old rows cannot have"),
  ADD_COLUMN_REWRITES("L07", WARNING, "a new column for which all rows are written again"),
  TYPE_CHANGE_REWRITES("L08", WARNING, "a change of type for which all rows are written again"),
  CREATE_INDEX_LOCKS("L09", WARNING, "CREATE INDEX blocks writers until the index is built"),
  CONSTRAINT_SCANS("L10", WARNING, "a new constraint reads all rows while it blocks the table"),
  CONSTRAINT_INDEX_LOCKS("L11", WARNING, "a new constraint builds its index in a blocked table"),
  VALIDATE_AT_ONCE("L12", WARNING, "NOT VALID and VALIDATE in one transaction"),
  DROP_IN_USE("L13", ERROR, "a dropped table or column that the module's code uses"),
  RENAME_BREAKS_CODE("L14", WARNING, "a rename of what running code knows by its old name"),
  CONCURRENTLY_NOT_ALONE("L15", WARNING, "a statement without a transaction beside others"),
  HARD_CODED_SCHEMA("L16", ERROR, "the name of one schema"),
  PUBLIC_SCHEMA("L17", ERROR, "the schema public"),
  UNQUALIFIED_NAME("L18", ERROR, "a name without a schema"),
  UNQUOTED_PLACEHOLDER("L19", ERROR, "a placeholder without double quotes"),
  PLACEHOLDER_IN_LITERAL("L20", ERROR, "a placeholder in a literal or in a function's body"),
  DROP_INDEX_LOCKS("L21", WARNING, "DROP INDEX waits for readers and blocks the table"),
  MAINTENANCE_LOCKS("L22", WARNING, "VACUUM FULL, CLUSTER, REINDEX or REFRESH blocks the table"),
  DETACH_PARTITION_LOCKS("L23", WARNING, "DETACH PARTITION blocks the parent and all its rows"),
  LOCK_HELD_DURING_WORK("L24", WARNING, "long work in the transaction that blocks a table"),
  BACKFILL_BESIDE_DDL("L25", WARNING, "rows written in the transaction that blocks a table"),
  DROPS_ROWS("L26", WARNING, "rows that are lost with a table, a column or a schema"),
  DROPS_CONSTRAINT("L27", NOTE, "a rule for the rows that is dropped"),
  FOREIGN_KEY_WITHOUT_INDEX("L28", NOTE, "a foreign key without an index on its columns"),
  NEEDS_NEWER_POSTGRES("L29", ERROR, "SQL that the oldest PostgreSQL of the track does not know");

  private final String number;
  private final Severity severity;
  private final String finds;

  RuleName(String number, Severity severity, String finds) {
    this.number = number;
    this.severity = severity;
    this.finds = finds;
  }

  public String number() {
    return number;
  }

  public Severity severity() {
    return severity;
  }

  /** What the rule finds, in a few words. */
  public String finds() {
    return finds;
  }

  /** The rule with this number or name. */
  public static Optional<RuleName> named(String text) {
    return Stream.of(values())
        .filter(rule -> rule.number.equalsIgnoreCase(text) || rule.toString().equals(text))
        .findFirst();
  }

  /** The names of all rules that an exception may name. */
  public static List<String> texts() {
    return Stream.of(values())
        .filter(rule -> rule != LINT_EXCEPTION)
        .map(RuleName::toString)
        .toList();
  }

  /** The name as files write it: {@code set-not-null}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
