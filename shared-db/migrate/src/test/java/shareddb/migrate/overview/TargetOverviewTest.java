package shareddb.migrate.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

class TargetOverviewTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path folder;

  @Test
  void findsEveryCopyAmongMoreThanOneBatch() throws SQLException {
    Track track = TrackFolder.withTwoVersions(folder).track();
    Upgrade.run(track, target("copy?"), Version.parse("1"));
    Upgrade.run(track, target("00 first"));
    // More than fit into one query, made of one that is real.
    for (int i = 0; i < 120; i++) {
      execute(
          "CREATE SCHEMA many_" + i,
          "CREATE TABLE many_"
              + i
              + ".flyway_schema_history AS TABLE"
              + " \"00 first\".flyway_schema_history");
    }
    execute(
        "INSERT INTO \"00 first\".notes (body) SELECT repeat('x', 100) FROM generate_series(1,"
            + " 10000)");

    List<TargetStatus> all = TargetOverview.of(db.admin(), List.of(track));

    assertThat(all).hasSize(123).allSatisfy(s -> assertThat(s.track()).contains(track));
    assertThat(all.getFirst().schema()).isEqualTo(track.module().schema());
    assertThat(all.getFirst().lastChange()).isEmpty();
    assertThat(status(all, "copy?").state().pending()).hasSize(1);
    assertThat(status(all, "copy?").asItShouldBe()).isFalse();
    assertThat(status(all, "many_119").asItShouldBe()).isTrue();
    assertThat(status(all, "many_119").state().current()).isEqualTo(Version.parse("2"));
    assertThat(status(all, "00 first").size())
        .isGreaterThan(1_000_000)
        .isGreaterThan(status(all, "copy?").size());
  }

  @Test
  void theSameFileCountsMoreThanTheSameName() throws SQLException {
    Track one = TrackFolder.withTwoVersions(folder.resolve("a")).track();
    Track other =
        new TrackFolder(folder.resolve("workshop/08_other"))
            .up("1__notes", "CREATE SCHEMA IF NOT EXISTS \"${flyway:defaultSchema}\";")
            .up("2__add_author", "SELECT 1;")
            .track();
    Upgrade.run(other, target("whose"));
    assertThat(status(TargetOverview.of(db.admin(), List.of(one, other)), "whose").track())
        .contains(other);
    assertThat(status(TargetOverview.of(db.admin(), List.of()), "whose").track())
        .isEqualTo(Optional.empty());
  }

  private static Target target(String schema) {
    return new Target(db.admin(), new SchemaName(schema));
  }

  static TargetStatus status(List<TargetStatus> all, String schema) {
    return all.stream().filter(s -> s.schema().value().equals(schema)).findFirst().orElseThrow();
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = db.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
