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
  public static <R> Plan.Scripts<R> of(Target target, List<? extends UpScript> migrations)
      throws SQLException {
    List<PlannedScript> scripts = new ArrayList<>();
    Version from;
    try (Connection connection = target.admin().connect()) {
      from = TrackState.of(List.of(), History.read(connection, target)).current();
      Preparation.role(connection, target).ifPresent(scripts::add);
    }
    scripts.add(PlannedScript.ofTheTool("the schema and its history", target, anew(target)));
    int rank = 0;
    for (UpScript migration : migrations) {
      rank++;
      scripts.add(
          UpgradePlan.planned(
              migration,
              target,
              Script.text(migration, target),
              HistorySql.applied(target, rank, migration),
              true));
    }
    Version to = Rebuild.last(migrations);
    return new Plan.Scripts<>(from, to, Plan.Transactions.ALL_IN_ONE, List.copyOf(scripts));
  }

  private static String anew(Target target) {
    String schema = target.schema().quoted();
    return "DROP SCHEMA IF EXISTS "
        + schema
        + " CASCADE;\nCREATE SCHEMA "
        + schema
        + ";\n"
        + HistorySql.table(target)
        + HistorySql.schemaMade(target);
  }
}
