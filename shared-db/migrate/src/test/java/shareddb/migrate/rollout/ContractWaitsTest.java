package shareddb.migrate.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.testing.TestDatabase;

final class ContractWaitsTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void onASchemaWithoutRowsEverythingRuns() throws SQLException {
    SummaryTrack todos = SummaryTrack.with(0, temporary, db, "fresh");

    assertThat(Upgrade.run(todos.track(), todos.target()))
        .isInstanceOfSatisfying(
            UpgradeResult.Upgraded.class,
            done -> assertThat(done.to()).isEqualTo(Version.parse("3")));
  }

  @Test
  void theUpgradeStopsBeforeTheContractWhileRowsAreNotFilled() throws SQLException {
    SummaryTrack todos = SummaryTrack.with(5, temporary, db, "waits");

    assertThat(Upgrade.run(todos.track(), todos.target()))
        .isInstanceOfSatisfying(
            UpgradeResult.ContractWaits.class,
            waits -> {
              assertThat(waits.current()).isEqualTo(SummaryTrack.TWO);
              assertThat(waits.steps()).hasSize(1);
              assertThat(waits.waiting().rows().count()).isEqualTo(5);
              assertThat(waits.waiting().rows().examples())
                  .hasSize(3)
                  .contains("{\"id\": 1, \"title\": \"todo 1\", \"summary\": null}");
            });
    assertThat(todos.value("SELECT title FROM %s WHERE id = 1")).isEqualTo("todo 1");
  }

  @Test
  void itGoesOnWhenTheProofHolds() throws SQLException {
    SummaryTrack todos = SummaryTrack.with(5, temporary, db, "proved");
    Upgrade.run(todos.track(), todos.target());
    todos.sql("UPDATE %s SET summary = title");

    assertThat(Upgrade.run(todos.track(), todos.target()))
        .isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(todos.value("SELECT summary FROM %s WHERE id = 1")).isEqualTo("todo 1");
  }
}
