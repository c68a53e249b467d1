package shareddb.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.CoreDatabase;
import shareddb.TrackFolder;
import shareddb.jdbc.Query;
import shareddb.migrate.Target;
import shareddb.migrate.Upgrade;
import shareddb.names.SchemaName;
import shareddb.track.Track;

class LockedOverviewTest {

  @RegisterExtension static final CoreDatabase db = new CoreDatabase();

  @TempDir Path folder;

  @Test
  void aLockedHistoryHidesNoOtherTarget() throws SQLException {
    Track track = TrackFolder.withTwoVersions(folder).track();
    Upgrade.run(track, target("read"));
    Upgrade.run(track, target("locked"));
    try (Connection other = db.connect()) {
      other.setAutoCommit(false);
      Query.execute(other, "LOCK TABLE locked.flyway_schema_history");
      List<Standing> all =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20), () -> Overview.of(db.login(), List.of(track)));
      assertThat(OverviewTest.standing(all, "read").asItShouldBe()).isTrue();
      assertThat(OverviewTest.standing(all, "locked").asItShouldBe()).isFalse();
      assertThat(OverviewTest.standing(all, "locked").unseen().orElseThrow())
          .contains(
              "workshop of user", "it is idle in transaction", "its query: LOCK TABLE locked");
    }
  }

  private static Target target(String schema) {
    return new Target(db.login(), new SchemaName(schema));
  }
}
