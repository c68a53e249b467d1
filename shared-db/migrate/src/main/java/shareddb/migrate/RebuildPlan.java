package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import shareddb.base.track.ScriptCheck;
import shareddb.base.track.Target;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.script.NewSchema;
import shareddb.migrate.script.Plan;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.Planner;
import shareddb.migrate.script.TargetPreparation;

/** The plan of a rebuild. */
public final class RebuildPlan {

  private RebuildPlan() {}

  /** The plan with these migrations, in this order. */
  public static <R> Planner<R> of(
      Target target, List<? extends UpgradeScript> migrations, boolean withRole) {
    ScriptCheck.require(migrations.stream().map(UpgradeScript::file));
    return connection -> of(connection, target, migrations, withRole);
  }

  private static <R> Plan<R> of(
      Connection connection,
      Target target,
      List<? extends UpgradeScript> migrations,
      boolean withRole)
      throws SQLException {
    List<PlannedScript> scripts = new ArrayList<>();
    Version from = TrackState.of(List.of(), History.read(connection, target)).current();
    if (withRole) {
      TargetPreparation.role(connection, target).ifPresent(scripts::add);
    }
    String drop = "DROP SCHEMA IF EXISTS " + target.schema().quoted() + " CASCADE;\n";
    scripts.add(TargetPreparation.schema(target, drop));
    scripts.addAll(NewSchema.plan(target, migrations));
    return new Plan.Scripts<>(
        from, Rebuild.last(migrations), Plan.Transactions.ALL_IN_ONE, List.copyOf(scripts));
  }
}
