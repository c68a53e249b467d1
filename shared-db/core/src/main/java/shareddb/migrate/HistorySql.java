package shareddb.migrate;

import java.util.Optional;
import java.util.OptionalInt;
import shareddb.track.Migration;
import shareddb.track.UpScript;
import shareddb.track.Version;

/** Statements on a history, with all values in them: the table as Flyway makes it, and its rows. */
final class HistorySql {

  private HistorySql() {}

  static String table(Target target) {
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

  /** The row that says that the schema was made with its history. */
  static String schemaMade(Target target) {
    return row(
        target,
        0,
        Optional.empty(),
        "<< Flyway Schema Creation >>",
        "SCHEMA",
        target.schema().quoted(),
        OptionalInt.empty(),
        "0");
  }

  static String applied(Target target, int rank, UpScript script) {
    return applied(target, rank, script, "0");
  }

  /** {@code took} is an expression: the milliseconds. */
  static String applied(Target target, int rank, UpScript script, String took) {
    return row(
        target,
        rank,
        script.brings().map(Version::toString),
        script.description(),
        "SQL",
        script.script(),
        OptionalInt.of(Placeholders.checksum(script, target)),
        took);
  }

  static String undone(Target target, int rank, Migration migration) {
    return undone(target, rank, migration, "0");
  }

  static String undone(Target target, int rank, Migration migration, String took) {
    return row(
        target,
        rank,
        Optional.of(migration.version().toString()),
        migration.description(),
        HistoryRow.DELETE,
        migration.script(),
        OptionalInt.empty(),
        took);
  }

  static String finished(Target target, int rank) {
    return "UPDATE %s SET success = true, execution_time = 0 WHERE installed_rank = %d;\n"
        .formatted(target.historyTable(), rank);
  }

  static String removed(Target target, int rank) {
    return "DELETE FROM %s WHERE installed_rank = %d;\n".formatted(target.historyTable(), rank);
  }

  private static String row(
      Target target,
      int rank,
      Optional<String> version,
      String description,
      String type,
      String script,
      OptionalInt checksum,
      String took) {
    return """
    INSERT INTO %s (installed_rank, version, description, type, script, checksum,
                    installed_by, execution_time, success)
    VALUES (%d, %s, %s, %s, %s, %s, %s, %s, true);
    """
        .formatted(
            target.historyTable(),
            rank,
            version.map(HistorySql::literal).orElse("NULL"),
            literal(description),
            literal(type),
            literal(script),
            checksum.isPresent() ? String.valueOf(checksum.getAsInt()) : "NULL",
            literal(String.valueOf(System.getProperty("user.name"))),
            took);
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
