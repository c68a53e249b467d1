package shareddb.tenants.fleet.trial;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.testing.RandomSeed;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** The trial in small: the build's server is for all, so only the tool is killed. */
@Tag("long")
final class FleetTrialTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final int SIZE = 30;

  @TempDir private Path temporary;

  @Test
  void whateverHappensEveryTenantIsWhole() throws Exception {
    TrackFolder track = TrialTrack.in(temporary);
    TrialFleet fleet = TrialFleet.of(db.admin(), track, SIZE);
    new Kills(fleet, RandomSeed.random(FleetTrialTest.class), () -> {}, List.of()).happen(1, 1200);
    new TwoAtOnce(fleet).happen();
    new OpenTransaction(fleet, Duration.ofMillis(500)).happens();
    TrialTrack.wantClean(track);
    new BadData(fleet).happens();
  }
}
