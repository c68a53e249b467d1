package shareddb.migrate.snapshot.rows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import shareddb.base.names.SchemaName;

/**
 * Loads a file of which some columns do not exist any more. A temporary table takes all columns;
 * only the existing ones are copied on.
 */
public final class PartialCopyIn {

  private static final String BESIDE = "pg_temp.workshop_part";

  private PartialCopyIn() {}

  public static long read(
      Connection connection,
      SchemaName schema,
      TableRows table,
      List<String> there,
      Path file,
      RowsProgress progress)
      throws SQLException {
    List<String> kept = table.columns().stream().filter(there::contains).toList();
    List<String> lost = table.columns().stream().filter(c -> !there.contains(c)).toList();
    String name = schema.quoted(table.table());
    String columns = RowTables.quoted(kept);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE workshop_part ON COMMIT DROP AS SELECT "
              + columns
              + " FROM "
              + name
              + " WITH NO DATA");
      for (String column : lost) {
        statement.execute(
            "ALTER TABLE " + BESIDE + " ADD COLUMN " + RowTables.quoted(List.of(column)) + " text");
      }
      long rows = RowsFromFile.read(connection, BESIDE, table, file, progress);
      statement.execute(
          "INSERT INTO "
              + name
              + (columns.isEmpty() ? "" : " (" + columns + ") OVERRIDING SYSTEM VALUE")
              + " SELECT "
              + columns
              + " FROM "
              + BESIDE);
      statement.execute("DROP TABLE " + BESIDE);
      return rows;
    }
  }
}
