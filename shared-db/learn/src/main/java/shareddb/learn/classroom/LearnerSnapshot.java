package shareddb.learn.classroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.names.LearnerName;
import shareddb.base.names.SchemaName;
import shareddb.learn.progress.Progress;
import shareddb.learn.progress.ProgressJson;
import shareddb.migrate.snapshot.rows.CopySession;
import shareddb.migrate.snapshot.rows.RowTables;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.migrate.snapshot.rows.RowsToFile;
import shareddb.migrate.snapshot.rows.TableRows;

/**
 * What a learner had before it was dropped, in a folder: the rows of all tables, and the progress
 * as a learner hands it in.
 *
 * @param notKept tables whose rows the server refused to show, each with the reason
 */
public record LearnerSnapshot(Path folder, int tables, long rows, List<String> notKept) {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  public LearnerSnapshot {
    notKept = List.copyOf(notKept);
  }

  /** The folder of a checkout. */
  public static Path in(Path root) {
    return root.resolve("localdev").resolve("class").resolve("snapshots");
  }

  /** Writes the files in the transaction that drops the schemas afterwards. */
  static LearnerSnapshot take(
      Connection connection,
      Path snapshots,
      LearnerName learner,
      List<SchemaName> schemas,
      Optional<Progress> progress)
      throws SQLException {
    Path folder =
        snapshots
            .resolve(LearnerKeyFiles.encoded(learner.value()))
            .resolve(STAMP.format(Instant.now()));
    try {
      Files.createDirectories(folder);
      if (progress.isPresent()) {
        Files.writeString(folder.resolve("progress.json"), ProgressJson.write(progress.get()));
      }
      return tables(connection, folder, schemas);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the snapshot " + folder, e);
    }
  }

  /** The file tables.txt says which file has which table and columns. */
  private static LearnerSnapshot tables(
      Connection connection, Path folder, List<SchemaName> schemas)
      throws SQLException, IOException {
    CopySession.begin(connection);
    List<String> index = new ArrayList<>();
    List<String> notKept = new ArrayList<>();
    long rows = 0;
    for (SchemaName schema : schemas) {
      for (RowTables.Table table : RowTables.of(connection, schema)) {
        Path file = folder.resolve("table-" + (index.size() + 1) + ".copy.gz");
        Query.execute(connection, "SAVEPOINT one_table");
        try {
          TableRows kept = rows(connection, schema, table, file);
          rows += kept.rows();
          index.add(
              "%s  %s (%s)"
                  .formatted(
                      kept.file(), schema.quoted(kept.table()), RowTables.quoted(kept.columns())));
        } catch (SQLException e) {
          // Row security that the learner forces holds for an administrator too who is no
          // superuser.
          Query.execute(connection, "ROLLBACK TO one_table");
          Files.deleteIfExists(file);
          notKept.add(schema.quoted(table.name()) + ": " + e.getMessage());
        }
      }
    }
    Files.write(folder.resolve("tables.txt"), index);
    return new LearnerSnapshot(folder, index.size(), rows, notKept);
  }

  /**
   * The lock comes before the look at the kind: were the table a view by now, its owner's functions
   * would run with the rights of the administrator.
   */
  private static TableRows rows(
      Connection connection, SchemaName schema, RowTables.Table table, Path file)
      throws SQLException {
    Query.execute(connection, "LOCK TABLE " + schema.quoted(table.name()) + " IN SHARE MODE");
    if (!RowTables.of(connection, schema).contains(table)) {
      throw new SQLException("it was changed in this moment");
    }
    return RowsToFile.write(connection, schema, table, file, RowsProgress.SILENT);
  }
}
