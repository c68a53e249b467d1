package shareddb.migrate.overview;

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
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.Upgrade;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

class LockedOverviewTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path folder;

  @Test
  void aLockedHistoryHidesNoOtherTarget() throws SQLException {
    Track track = TrackFolder.withTwoVersions(folder).track();
    Upgrade.run(track, target("read"));
    Upgrade.run(track, target("locked"));
    try (Connection other = db.connect()) {
      other.setAutoCommit(false);
      Query.execute(other, "LOCK TABLE locked.flyway_schema_history");
      List<TargetStatus> all =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20), () -> TargetOverview.of(db.admin(), List.of(track)));
      assertThat(TargetOverviewTest.status(all, "read").asItShouldBe()).isTrue();
      assertThat(TargetOverviewTest.status(all, "locked").asItShouldBe()).isFalse();
      assertThat(TargetOverviewTest.status(all, "locked").unseen().orElseThrow())
          .contains(
              "workshop of user", "it is idle in transaction", "its query: LOCK TABLE locked");
    }
  }

  private static Target target(String schema) {
    return new Target(db.admin(), new SchemaName(schema));
  }
}
