package shareddb.tenants.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.migrate.lock.HistoryLock;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.testing.TestDatabase;

/** Others who use a target, or move it, at the same time. */
@Tag("long")
final class FleetInUseTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void aTargetInUseDelaysOnlyItself() throws Exception {
    FleetFixture fleet = fleet("busy", 12);
    fleet.up(FleetFixture.ONE);
    CountDownLatch others = new CountDownLatch(12);
    List<String> waits = new ArrayList<>();
    try (Connection user = db.connect();
        Statement statement = user.createStatement()) {
      user.setAutoCommit(false);
      statement.execute("SELECT FROM " + fleet.target(1).schema().quoted("notes"));
      CompletableFuture<FleetResult> run =
          fleet.async(
              event -> {
                if (event instanceof FleetEvent.TargetDone) {
                  others.countDown();
                } else if (event instanceof FleetEvent.TargetWaits wait) {
                  waits.add(wait.member() + ": " + wait.why());
                  others.countDown();
                }
              });
      assertThat(others.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(run).isNotDone();
      assertThat(waits).hasSize(1).first().asString().contains("m1: workshop of user", "idle in");
      user.rollback();
      assertThat(FleetFixture.done(run.get(30, TimeUnit.SECONDS)).moved()).isEqualTo(12);
    }
  }

  @Test
  void whoeverWorksOnATargetWithFlywayHasItForHimself() throws SQLException {
    FleetFixture fleet = fleet("flyway", 6);
    fleet.up(FleetFixture.ONE);
    try (Connection flyway = db.connect()) {
      assertThat(HistoryLock.take(flyway, fleet.target(2))).isEmpty();
      FleetOptions impatient = FleetOptions.USUAL.withPatience(Duration.ofMillis(100));
      FleetResult.Tally tally = FleetFixture.done(fleet.up(impatient, FleetListener.SILENT));
      assertThat(tally.moved()).isEqualTo(5);
      assertThat(tally.failed())
          .singleElement()
          .satisfies(
              failed -> {
                assertThat(failed.member().label()).isEqualTo("m2");
                assertThat(failed.to()).isEqualTo(FleetFixture.ONE);
                assertThat(failed.reason())
                    .contains("workshop of user", "holds a lock", "it is idle, connected for");
              });
    }
    assertThat(FleetFixture.done(fleet.up()).moved()).isEqualTo(1);
  }

  @Test
  void twoAtOnceMoveNothingTwice() throws Exception {
    FleetFixture fleet = fleet("twice", 40);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch refused = new CountDownLatch(1);
    CompletableFuture<FleetResult> first =
        fleet.async(
            event -> {
              if (event instanceof FleetEvent.Begins) {
                begun.countDown();
                await(refused);
              }
            });
    await(begun);
    FleetResult second = fleet.up();
    refused.countDown();
    assertThat(second)
        .isInstanceOfSatisfying(
            FleetResult.Occupied.class,
            occupied -> assertThat(occupied.run().orElseThrow().targets()).isEqualTo(40));
    assertThat(FleetFixture.done(first.get(60, TimeUnit.SECONDS)).moved()).isEqualTo(40);
    fleet.assertEachScriptRanOnce(3);
  }

  private FleetFixture fleet(String prefix, int count) {
    return FleetFixture.of(db.admin(), temporary, prefix, count);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
