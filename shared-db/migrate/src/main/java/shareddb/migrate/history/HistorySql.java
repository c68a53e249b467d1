package shareddb.migrate.history;

import java.util.Optional;
import java.util.OptionalInt;
import shareddb.base.track.Migration;
import shareddb.base.track.Placeholders;
import shareddb.base.track.Target;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;

/**
 * The only writer of histories. It makes the table and each row exactly as Flyway would, as SQL
 * with all values in it.
 */
public final class HistorySql {

  private HistorySql() {}

  /** The table alone, for a schema that already exists. */
  public static String table(Target target) {
    return """
    CREATE TABLE %1$s (
        installed_rank int           NOT NULL,
        version        varchar(50),
        description    varchar(200)  NOT NULL,
        type           varchar(20)   NOT NULL,
        script         varchar(1000) NOT NULL,
        checksum       int,
        installed_by   varchar(100)  NOT NULL,
        installed_on   timestamp     NOT NULL DEFAULT now(),
        execution_time int           NOT NULL,
        success        boolean       NOT NULL,
        CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank)
    );
    CREATE INDEX flyway_schema_history_s_idx ON %1$s (success);
    """
        .formatted(target.historyTable());
  }

  /** The schema and its history. The first row says that the schema was made together with it. */
  public static String schema(Target target) {
    String schema = target.schema().quoted();
    String made =
        row(
            target,
            "0",
            Optional.empty(),
            "<< Flyway Schema Creation >>",
            "SCHEMA",
            schema,
            OptionalInt.empty(),
            "0, true");
    return "CREATE SCHEMA " + schema + ";\n" + table(target) + made;
  }

  /** The SQL expression for the rank after all existing rows. */
  public static String nextRank(Target target) {
    return "(SELECT coalesce(max(installed_rank), 0) + 1 FROM %s)".formatted(target.historyTable());
  }

  public static HistoryRowSql applied(Target target, int rank, UpgradeScript script) {
    return applied(target, String.valueOf(rank), script);
  }

  /** The same with a SQL expression for the rank. */
  public static HistoryRowSql applied(Target target, String rank, UpgradeScript script) {
    OptionalInt checksum = OptionalInt.of(Placeholders.checksum(script, target));
    String type = script instanceof Migration one && one.isBase() ? HistoryRow.BASE_SCRIPT : "SQL";
    return took -> row(target, rank, script, type, checksum, took + ", true");
  }

  /** The row of type DELETE, with a SQL expression for the rank. */
  public static HistoryRowSql undone(Target target, String rank, Migration migration) {
    OptionalInt none = OptionalInt.empty();
    return took -> row(target, rank, migration, HistoryRow.DELETE, none, took + ", true");
  }

  /**
   * Rows of type DELETE for all repeatable migrations, as Flyway's repair writes them: the next
   * upgrade runs them again.
   */
  public static String repeatablesUndone(Target target) {
    return """
    INSERT INTO %1$s (installed_rank, description, type, script, checksum, installed_by,
                      execution_time, success)
    SELECT (SELECT max(installed_rank) FROM %1$s) + row_number() OVER (ORDER BY installed_rank),
           description, '%2$s', script, checksum, %3$s, 0, true
    FROM %1$s AS ran
    WHERE version IS NULL AND type = 'SQL' AND NOT EXISTS (
        SELECT FROM %1$s AS later
        WHERE later.version IS NULL AND later.description = ran.description
          AND later.installed_rank > ran.installed_rank);
    """
        .formatted(
            target.historyTable(),
            HistoryRow.DELETE,
            literal(String.valueOf(System.getProperty("user.name"))));
  }

  /**
   * The row of a script that runs statement by statement. Until the end it says that the script
   * failed.
   *
   * @param checksum the checksum of the text that runs
   * @param time the value for the column execution_time
   */
  static String begun(
      Target target, int rank, Migration migration, String type, int checksum, int time) {
    OptionalInt sum = OptionalInt.of(checksum);
    return row(target, String.valueOf(rank), migration, type, sum, time + ", false");
  }

  /** Marks the row of a script that ran statement by statement as successful. */
  public static HistoryRowSql finished(Target target, int rank, OptionalInt checksum) {
    return took ->
        "UPDATE %s SET success = true, checksum = %s, execution_time = %s WHERE installed_rank = %d;\n"
            .formatted(target.historyTable(), number(checksum), took, rank);
  }

  public static HistoryRowSql removed(Target target, int rank) {
    return took ->
        "DELETE FROM %s WHERE installed_rank = %d;\n".formatted(target.historyTable(), rank);
  }

  /** A row of type DELETE after all others, for a script whose file is gone. */
  public static String forgotten(Target target, HistoryRow row) {
    return row(
        target,
        nextRank(target),
        row.version().map(Version::toString),
        row.description(),
        HistoryRow.DELETE,
        row.script(),
        row.checksum(),
        "0, true");
  }

  /** Gives a row the checksum and the description of its file. */
  public static String aligned(Target target, int rank, Migration migration) {
    return "UPDATE %s SET description = %s, type = 'SQL', checksum = %d WHERE installed_rank = %d;\n"
        .formatted(
            target.historyTable(),
            literal(migration.description()),
            Placeholders.checksum(migration, target),
            rank);
  }

  private static String row(
      Target target,
      String rank,
      UpgradeScript script,
      String type,
      OptionalInt checksum,
      String timeAndSuccess) {
    return row(
        target,
        rank,
        script.brings().map(Version::toString),
        script.description(),
        type,
        script.script(),
        checksum,
        timeAndSuccess);
  }

  private static String row(
      Target target,
      String rank,
      Optional<String> version,
      String description,
      String type,
      String script,
      OptionalInt checksum,
      String timeAndSuccess) {
    return """
    INSERT INTO %s (installed_rank, version, description, type, script, checksum,
                    installed_by, execution_time, success)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s);
    """
        .formatted(
            target.historyTable(),
            rank,
            version.map(HistorySql::literal).orElse("NULL"),
            literal(description),
            literal(type),
            literal(script),
            number(checksum),
            literal(String.valueOf(System.getProperty("user.name"))),
            timeAndSuccess);
  }

  private static String number(OptionalInt value) {
    return value.isPresent() ? String.valueOf(value.getAsInt()) : "NULL";
  }

  /** A SQL literal that means the same with every value of {@code standard_conforming_strings}. */
  public static String literal(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
  }
}
