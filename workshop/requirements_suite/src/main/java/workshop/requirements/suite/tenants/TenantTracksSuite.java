package workshop.requirements.suite.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shareddb.base.names.ModuleName;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.base.track.Workshop;
import shareddb.base.track.WorkshopModule;
import shareddb.migrate.Upgrade;
import shareddb.testing.TestDatabase;
import shareddb.tracktesting.TrackRoundTrip;
import workshop.requirements.suite.Statements;

/** Both tracks and their undo scripts, with rows in the tables. */
public abstract class TenantTracksSuite {

  private final TestDatabase db;
  private final WorkshopModule module;

  protected TenantTracksSuite(TestDatabase db, String module) {
    this.db = db;
    this.module = Workshop.at(TestDatabase.checkout()).module(new ModuleName(module));
  }

  /** A row of the registry, as its second version has it. */
  protected abstract String register(Version version);

  @Test
  void theSharedTrackUpDownAndUpAgain() throws SQLException {
    assertThat(TrackRoundTrip.deviations(track("shared"), db.admin(), this::share)).isEmpty();
  }

  @Test
  void theTenantTrackUpDownAndUpAgain() throws SQLException {
    assertThat(TrackRoundTrip.deviations(track("tenant"), db.admin(), TenantTracksSuite::fill))
        .isEmpty();
  }

  @Test
  void numbersHaveNoGapsAndTheHistoryIsWrittenForWhoSaysNothingToo() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("numbered"));
    Upgrade.run(track("tenant"), target);
    try (Connection admin = db.admin().connect()) {
      String add = "INSERT INTO requirements (title) VALUES ('a')";
      Statements.run(admin, "SET search_path = numbered");
      Statements.run(admin, "BEGIN; " + add + "; ROLLBACK; " + add + "; " + add);
      Statements.run(admin, "UPDATE requirements SET title = 'b' WHERE number = 2");
      Statements.run(
          admin, "SET app.user_email = 'ada@example.org'; UPDATE requirements SET status = 'done'");

      assertThat(Statements.column(admin, "SELECT number FROM requirements ORDER BY id"))
          .containsExactly("1", "2");
      assertThat(
              Statements.column(
                  admin,
                  "SELECT concat_ws(' ', field, before, after, changed_by = session_user)"
                      + " FROM cell_history ORDER BY id"))
          .containsExactly("title a b t", "status draft done f", "status draft done f");
    }
  }

  /** A type that does not fit the newest tables would make no tenant. */
  @Test
  void everyTypeFitsTheTablesThatItIsFor() throws Exception {
    for (Path type : sorted(module.folder().resolve("types"))) {
      SchemaName schema = new SchemaName("type " + type.getFileName());
      Upgrade.run(track("tenant"), new Target(db.admin(), schema));
      try (Connection admin = db.admin().connect()) {
        for (Path seed : sorted(type)) {
          String sql = Files.readString(seed);
          Statements.run(admin, sql.replace("\"${flyway:defaultSchema}\"", schema.quoted()));
        }
        assertThat(
                Statements.column(
                    admin,
                    "SELECT settings ->> 'language' FROM " + schema.quoted("tenant_settings")))
            .as(type.toString())
            .containsExactly("en");
      }
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private void share(Version version, Connection admin) throws SQLException {
    Statements.run(admin, "INSERT INTO plan VALUES ('p%s', 'p')".formatted(version));
    if (version.compareTo(Version.parse("2")) >= 0) {
      Statements.run(admin, register(version));
    }
  }

  private static void fill(Version version, Connection admin) throws SQLException {
    Statements.run(
        admin, "INSERT INTO person (email, role) VALUES ('p%s@x.org', 'owner')".formatted(version));
    if (version.compareTo(Version.parse("2")) >= 0) {
      Statements.run(admin, "INSERT INTO groups (name) VALUES ('g%s')".formatted(version));
    }
    if (version.compareTo(Version.parse("3")) >= 0) {
      Statements.run(
          admin,
          """
          INSERT INTO requirements (title, group_id) SELECT 'r', id FROM groups;
          UPDATE requirements SET title = 'changed %s'
          """
              .formatted(version));
    }
  }

  private Track track(String part) {
    return module.tracks().stream()
        .filter(track -> track.part().orElseThrow().equals(part))
        .findFirst()
        .orElseThrow();
  }
}
