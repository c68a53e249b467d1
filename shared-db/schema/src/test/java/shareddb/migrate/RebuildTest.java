package shareddb.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.schema.catalog.Catalog;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

final class RebuildTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void whatFlywayMakesAndWhatARebuildMakesAreAlike() throws SQLException {
    TrackFolder folder =
        TrackFolder.withTwoVersions(temporary)
            .up("3__odd_lines", "\uFEFF-- größer\r\nSELECT 1;\r\n\r\n  SELECT 2")
            .up(
                "4__index",
                "CREATE INDEX CONCURRENTLY notes_body ON \"${flyway:defaultSchema}\".notes (body);")
            .up("5__state", "CREATE TYPE \"${flyway:defaultSchema}\".state AS ENUM ('a');")
            .up("6__b", "ALTER TYPE \"${flyway:defaultSchema}\".state ADD VALUE 'b';")
            .up(
                "7__t",
                "CREATE TABLE t (s state DEFAULT 'b', at timestamptz DEFAULT '2026-01-01');");
    Target target = new Target(db.admin(), new SchemaName("Alike \"7\""));
    Upgrade.run(folder.track(), target);
    Catalog catalog = catalog(target);
    String history = historyOf(target);
    String form = historyForm(target);

    assertThat(rebuild(folder.track(), target))
        .isInstanceOfSatisfying(
            RebuildResult.Rebuilt.class, rebuilt -> assertThat(rebuilt.steps()).hasSize(7));

    assertThat(catalog(target)).isEqualTo(catalog);
    assertThat(historyOf(target)).isEqualTo(history);
    assertThat(historyForm(target)).isEqualTo(form);
    FlywaySetup.on(db.connect(), folder.track(), target, Version.parse("7")).validate();
    assertThat(Upgrade.run(folder.track(), target))
        .isEqualTo(new UpgradeResult.UpToDate(Version.parse("7")));
  }

  @Test
  void aScriptCannotCommitHalfOfIt() throws SQLException {
    TrackFolder folder = TrackFolder.withTwoVersions(temporary);
    Target target = new Target(db.admin(), new SchemaName("committing"));
    Upgrade.run(folder.track(), target);
    Sql.run(db.admin(), "INSERT INTO committing.notes (body) VALUES ('kept')");
    folder.up("3__commits", "CREATE TABLE committing.half (); COMMIT; SELECT 1;");
    folder.write("migrations/V3__commits.sql.conf", "executeInTransaction=false");

    assertThat(rebuild(folder.track(), target))
        .isInstanceOfSatisfying(
            RebuildResult.NotBuilt.class,
            not -> {
              assertThat(not.migration().script()).isEqualTo("V3__commits.sql");
              assertThat(not.error().message()).contains("commits by itself");
            });
    assertThat(Sql.text(db.admin(), "SELECT body FROM committing.notes")).isEqualTo("kept");
  }

  private static RebuildResult rebuild(Track track, Target target) throws SQLException {
    return Rebuild.run(
        "reset", track, target, track.read(), RebuildHooks.NOTHING, UnrecordedListener.SILENT);
  }

  private static String historyOf(Target target) throws SQLException {
    return Sql.text(
        db.admin(),
        "SELECT string_agg((to_jsonb(h) - 'installed_on' - 'execution_time')::text, E'\\n'"
            + " ORDER BY installed_rank) FROM "
            + target.historyTable()
            + " AS h");
  }

  /** The catalog leaves the history table out. */
  private static String historyForm(Target target) throws SQLException {
    return Sql.text(
        db.admin(),
        """
        SELECT concat_ws(E'\\n',
            (SELECT string_agg(concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull,
                                         pg_get_expr(adbin, adrelid)), E'\\n' ORDER BY attnum)
             FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
             WHERE attrelid = t AND attnum > 0),
            (SELECT string_agg(pg_get_indexdef(indexrelid), E'\\n' ORDER BY 1) FROM pg_index
             WHERE indrelid = t),
            (SELECT string_agg(conname || ' ' || pg_get_constraintdef(oid), E'\\n' ORDER BY conname)
             FROM pg_constraint WHERE conrelid = t))
        FROM (SELECT '%s'::regclass AS t) AS history
        """
            .formatted(target.historyTable()));
  }

  private static Catalog catalog(Target target) throws SQLException {
    try (Connection connection = db.connect()) {
      return Catalog.read(connection, target.schema());
    }
  }
}
