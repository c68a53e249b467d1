package shareddb.migrate.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.names.ModuleName;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.record.UnrecordedListener;

/** The track of the journal itself: its migrations are packed into the tool's jar. */
final class JournalTrack {

  private static final List<String> SCRIPTS =
      List.of("V1__operations.sql", "V2__runs.sql", "V3__unknown_outcomes.sql", "V4__rollouts.sql");

  private static final String UNDEFINED_TABLE = "42P01";

  private JournalTrack() {}

  /** Upgrades the journal if its newest version is missing. One query if nothing is missing. */
  static void ensure(Connection connection, Target target) throws SQLException {
    if (!isApplied(connection, 4)) {
      apply(target);
    }
  }

  static boolean hasOperations(Connection connection) throws SQLException {
    return isApplied(connection, 1);
  }

  static boolean hasRuns(Connection connection) throws SQLException {
    return isApplied(connection, 2);
  }

  private static boolean isApplied(Connection connection, int version) throws SQLException {
    String sql =
        "SELECT EXISTS (SELECT FROM %s WHERE version = ? AND success)"
            .formatted(SchemaName.OF_THE_TOOL.quoted(Target.HISTORY_TABLE));
    try {
      return Query.of(connection, sql, String.valueOf(version)).isTrue();
    } catch (SQLException e) {
      if (UNDEFINED_TABLE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private static void apply(Target target) throws SQLException {
    try {
      Path folder = Files.createTempDirectory("workshop-journal");
      try {
        UpgradeResult result = Upgrade.run(unpacked(folder), target, UnrecordedListener.SILENT);
        if (result instanceof UpgradeResult.Failed failed) {
          throw new SQLException(failed.report());
        }
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack the journal's migrations", e);
    }
  }

  /** Flyway needs files in a folder, and the migrations are packed in a jar. */
  private static Track unpacked(Path folder) throws IOException {
    for (String script : SCRIPTS) {
      try (InputStream packed = JournalTrack.class.getResourceAsStream(script)) {
        Files.copy(Objects.requireNonNull(packed, script), folder.resolve(script));
      }
    }
    return new Track(
        new ModuleName("00_journal"), Optional.empty(), folder, folder.resolve("undo"));
  }

  private static void delete(Path folder) throws IOException {
    for (String script : SCRIPTS) {
      Files.deleteIfExists(folder.resolve(script));
    }
    Files.deleteIfExists(folder);
  }
}
