package shareddb.schema.autogenerate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.snapshot.rows.RowTables;
import shareddb.postgres.server.ScratchDatabase;
import shareddb.schema.autogenerate.diff.SchemaDiff;
import shareddb.schema.autogenerate.diff.SchemaModel;
import shareddb.schema.catalog.Catalog;
import shareddb.schema.drift.CatalogComparison;

/**
 * Writes a base script: one file that makes what the first migrations of a track make. It replays
 * these migrations in a scratch database, writes the script from the catalog, and accepts it only
 * if it makes the same in another scratch database.
 */
public final class Squash {

  private static final String SCHEMA = "CREATE SCHEMA IF NOT EXISTS \"${flyway:defaultSchema}\";\n";

  private final Login server;
  private final Track track;
  private final List<Migration> migrations;

  private Squash(Login server, Track track, List<Migration> migrations) {
    this.server = server;
    this.track = track;
    this.migrations = migrations;
  }

  /** Writes the base script for new targets in place of the migrations up to this version. */
  public static SquashResult write(Login server, Track track, Version to) throws SQLException {
    TrackReading reading = track.readAll();
    List<Version> known = reading.migrations().stream().map(Migration::version).toList();
    if (!known.contains(to)) {
      return new SquashResult.UnknownVersion(known);
    }
    Optional<Migration> there =
        reading.bases().stream().filter(base -> base.version().equals(to)).findFirst();
    return there.isPresent()
        ? new SquashResult.AlreadyThere(there.get().file())
        : new Squash(server, track, reading.upTo(to).migrations()).write();
  }

  private SquashResult write() throws SQLException {
    try (ScratchDatabase one = ScratchDatabase.on(server);
        ScratchDatabase other = ScratchDatabase.on(server);
        TrackCopy copy = TrackCopy.of(track, migrations)) {
      Target replayed = target(one);
      UpgradeResult upgrade = upgraded(copy, replayed);
      if (!(upgrade instanceof UpgradeResult.Upgraded)) {
        return new SquashResult.NotApplicable(upgrade);
      }
      List<String> filled = filled(replayed);
      return filled.isEmpty() ? tried(replayed, target(other)) : new SquashResult.HasRows(filled);
    }
  }

  private SquashResult tried(Target replayed, Target empty) throws SQLException {
    String script = script(replayed, empty);
    try (TrackCopy base = TrackCopy.of(track, migrations.getLast().script(), script)) {
      UpgradeResult upgrade = upgraded(base, empty);
      if (!(upgrade instanceof UpgradeResult.Upgraded)) {
        return new SquashResult.NotRunnable(script, upgrade);
      }
    }
    Catalog found = ScratchTrial.catalog(empty);
    CatalogComparison comparison = CatalogComparison.of(ScratchTrial.catalog(replayed), found);
    if (!comparison.same() || !comparison.reordered().isEmpty()) {
      return new SquashResult.Differs(comparison.differences(), comparison.reordered());
    }
    Path file = track.migrations().resolve(name());
    create(file, header() + script);
    return new SquashResult.Written(file, migrations.size(), found.definitions().size());
  }

  /** The schema is made empty, read, and dropped again, so that the script can make it. */
  private static String script(Target replayed, Target empty) throws SQLException {
    String schema = empty.schema().quoted();
    try (Connection connection = empty.admin().connect()) {
      Query.execute(connection, "CREATE SCHEMA " + schema);
      SchemaModel from = Renaming.read(empty, List.of());
      Query.execute(connection, "DROP SCHEMA " + schema);
      return SCHEMA + "\n" + SchemaDiff.script(from, Renaming.read(replayed, List.of()));
    }
  }

  private Target target(ScratchDatabase scratch) {
    return Target.usual(server, track).in(scratch.login());
  }

  private static UpgradeResult upgraded(TrackCopy copy, Target target) throws SQLException {
    return Upgrade.run(copy.track(), target, UnrecordedListener.leavingTheRole(target));
  }

  /** The tables that the migrations have put rows into. */
  private static List<String> filled(Target target) throws SQLException {
    List<String> filled = new ArrayList<>();
    try (Connection connection = target.admin().reading().connect()) {
      for (RowTables.Table table : RowTables.of(connection, target.schema())) {
        String sql = "SELECT EXISTS (SELECT FROM " + target.schema().quoted(table.name()) + ")";
        if (!table.name().equals(Target.HISTORY_TABLE) && Query.of(connection, sql).isTrue()) {
          filled.add(table.name());
        }
      }
    }
    return filled;
  }

  private String header() {
    return """
    -- What the migrations up to version %s make, for new targets: they run this file in place of
    -- those %d. A target that has a history never runs it. It was tried: both make the same.

    """
        .formatted(migrations.getLast().version(), migrations.size());
  }

  /** The name that Flyway knows too: B, the version, and a description. */
  private String name() {
    String last = migrations.getLast().script();
    String version = last.substring(1, last.indexOf("__"));
    return "B" + version + "__squashed_" + migrations.size() + "_migrations.sql";
  }

  private static void create(Path file, String content) {
    try {
      Files.writeString(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
