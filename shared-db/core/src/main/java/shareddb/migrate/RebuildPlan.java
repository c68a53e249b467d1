package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import shareddb.track.UpScript;
import shareddb.track.Version;

/** What a rebuild would run. */
public final class RebuildPlan {

  private RebuildPlan() {}

  /** With these migrations, in this order. */
  public static <R> Planner<R> of(
      Target target, List<? extends UpScript> migrations, boolean withRole) {
    return connection -> of(connection, target, migrations, withRole);
  }

  private static <R> Plan<R> of(
      Connection connection, Target target, List<? extends UpScript> migrations, boolean withRole)
      throws SQLException {
    List<PlannedScript> scripts = new ArrayList<>();
    Version from = TrackState.of(List.of(), History.read(connection, target)).current();
    if (withRole) {
      Preparation.role(connection, target).ifPresent(scripts::add);
    }
    String drop = "DROP SCHEMA IF EXISTS " + target.schema().quoted() + " CASCADE;\n";
    scripts.add(Preparation.schema(target, drop));
    scripts.addAll(NewSchema.plan(target, migrations));
    return new Plan.Scripts<>(
        from, Rebuild.last(migrations), Plan.Transactions.ALL_IN_ONE, List.copyOf(scripts));
  }
}
