package shareddb.tenants.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.testing.TestDatabase;

final class FleetWavesTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void aFewComeFirstAndKeepTheOthersFromTheirFate() throws SQLException {
    FleetFixture fleet = fleet("canary", 12);
    fleet.up();
    fleet.run(9, "INSERT INTO %s (body) VALUES ('')");
    fleet
        .folder()
        .up("3__not_empty", FleetFixture.alter("ADD CONSTRAINT no_empty CHECK (body <> '')"));
    WaveOrder waves = new WaveOrder(2, Set.of("m9"), new WaveOrder.Halt.Never());

    assertThat(fleet.up(FleetOptions.USUAL.withWaves(waves), FleetListener.SILENT))
        .isInstanceOfSatisfying(
            FleetResult.Stopped.class,
            stopped -> {
              assertThat(stopped.tally().moved()).isLessThanOrEqualTo(2);
              assertThat(stopped.tally().left()).isGreaterThanOrEqualTo(9);
            });
    assertThat(fleet.status().versions().get(FleetFixture.TWO)).isGreaterThanOrEqualTo(10L);
  }

  @Test
  void itStopsWhenTooManyFail() throws SQLException {
    FleetFixture fleet = fleet("halt", 20);
    fleet.up();
    fleet.folder().up("3__wrong", "SELECT nothing;");
    WaveOrder waves = new WaveOrder(0, Set.of(), new WaveOrder.Halt.MoreThanPercent(10));

    assertThat(fleet.up(FleetOptions.USUAL.withWaves(waves), FleetListener.SILENT))
        .isInstanceOfSatisfying(
            FleetResult.Stopped.class,
            stopped -> {
              assertThat(stopped.allowed()).isEqualTo(2);
              assertThat(stopped.tally().failed()).hasSizeBetween(3, 6);
            });
    assertThat(fleet.newestRun().error().orElseThrow()).startsWith("stopped: ").endsWith(" failed");
  }

  private FleetFixture fleet(String prefix, int count) {
    return FleetFixture.of(db.admin(), temporary, prefix, count);
  }
}
