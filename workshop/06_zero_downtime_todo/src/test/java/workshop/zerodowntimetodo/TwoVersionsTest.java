package workshop.zerodowntimetodo;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.base.track.WorkshopModule;
import shareddb.migrate.Upgrade;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.record.OperationRecorder;
import shareddb.migrate.role.ApiRole;
import shareddb.migrate.rollout.Rollout;
import shareddb.migrate.rollout.RolloutAbort;
import shareddb.migrate.rollout.RolloutGoal;
import shareddb.migrate.rollout.RolloutListener;
import shareddb.migrate.rollout.RolloutPhase;
import shareddb.migrate.rollout.RolloutResult;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.webtesting.RunningApi;

/** Version 4 and version 6 of the API answer every request while the rollout runs. */
final class TwoVersionsTest {

  private static final int ROWS = 3_000;
  private static final RolloutListener SILENT = () -> OperationRecorder.UNRECORDED;

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private final Track track =
      WorkshopModule.at(TestDatabase.checkout().resolve("workshop/" + ApiVersion.MODULE))
          .tracks()
          .getFirst();
  private final Target target = new Target(db.admin(), new ModuleName(ApiVersion.MODULE).schema());

  @Test
  void everyRequestIsAnsweredInEveryPhaseAndOnTheWayBack() throws Exception {
    Upgrade.run(track, target, Version.parse("4"));
    Sql.run(
        db.admin(),
        "INSERT INTO "
            + target.schema().quoted("todos")
            + " (title, is_completed) SELECT 'todo ' || n, n % 3 = 0 FROM generate_series(1, "
            + ROWS
            + ") AS n");
    try (RunningApi old = serve(ApiVersion.FOUR);
        ApiClients oldClients =
            ApiClients.start(4, old.port(), "{\"title\": \"old\"}", "{\"is_completed\": true}")) {
      oldClients.more(50);
      reach(RolloutPhase.BACKFILL, RolloutResult.Reached.class);
      assertThat(RolloutAbort.run(track, target, SILENT))
          .isInstanceOf(RolloutResult.TakenBack.class);
      oldClients.more(50);
      reach(RolloutPhase.BACKFILL, RolloutResult.Reached.class);
      rollOut(oldClients);
    }
  }

  private void rollOut(ApiClients oldClients) throws Exception {
    try (RunningApi young = serve(ApiVersion.SIX);
        ApiClients youngClients =
            ApiClients.start(
                4, young.port(), "{\"summary\": \"new\"}", "{\"status\": \"doing\"}")) {
      youngClients.more(200);
      oldClients.more(200);
      reach(RolloutPhase.CONTRACT, RolloutResult.StillUsed.class);
      assertThat(
              Sql.text(
                  db.admin(),
                  "SELECT count(*) FROM "
                      + target.schema().quoted("todos")
                      + " WHERE summary IS DISTINCT FROM title"
                      + " OR is_completed IS DISTINCT FROM (status = 'done')"))
          .isEqualTo("0");
      oldClients.stop();
      assertThat(oldClients.failures()).isEmpty();
      complete();
      youngClients.more(200);
      youngClients.stop();
      assertThat(youngClients.failures()).isEmpty();
      assertThat(youngClients.longestMillis()).isLessThan(15_000);
    }
    assertThat(CurrentState.of(track, target).current()).isEqualTo(Version.parse("6"));
  }

  /** The sessions of the old version's pool were used a moment ago, and are idle. */
  private void complete() throws SQLException {
    assertThat(
            Rollout.run(
                track, target, new RolloutGoal(RolloutPhase.CONTRACT, Duration.ZERO), SILENT))
        .isInstanceOf(RolloutResult.Completed.class);
  }

  private void reach(RolloutPhase phase, Class<? extends RolloutResult> result)
      throws SQLException {
    assertThat(Rollout.run(track, target, new RolloutGoal(phase, Duration.ofMinutes(5)), SILENT))
        .isInstanceOf(result);
  }

  private RunningApi serve(ApiVersion version) {
    Login api = ApiRole.login(target);
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    HikariDataSource pool =
        Main.pool(version, api.jdbcUrl(), api.user(), api.password().reveal(), meters);
    return RunningApi.start(Main.server(version, pool, meters), List.of(pool));
  }
}
