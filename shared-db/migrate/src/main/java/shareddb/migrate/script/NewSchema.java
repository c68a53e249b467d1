package shareddb.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import shareddb.base.jdbc.Query;
import shareddb.base.sql.SqlScript;
import shareddb.base.track.ScriptText;
import shareddb.base.track.Target;
import shareddb.base.track.UpgradeScript;
import shareddb.migrate.history.HistoryRowSql;
import shareddb.migrate.history.HistorySql;

/**
 * Makes a new schema with scripts. No other session sees it yet, so its indexes are built without
 * CONCURRENTLY, and all scripts fit into one transaction.
 */
public final class NewSchema {

  private NewSchema() {}

  /** Whether all scripts can run in one transaction and none needs Flyway itself. */
  public static boolean isPossible(List<? extends UpgradeScript> scripts) {
    return scripts.stream()
        .allMatch(m -> !ScriptText.isForFlyway(m.file()) && ScriptBatch.fits(text(m)));
  }

  /**
   * Makes the schema within the caller's transaction, which the caller rolls back later. Neither
   * the schema nor its role may exist.
   */
  public static void make(
      Connection connection, Target target, List<? extends UpgradeScript> scripts)
      throws SQLException {
    Query.execute(connection, "CREATE ROLE " + target.apiRole().quoted() + " NOLOGIN");
    Query.execute(connection, HistorySql.schema(target));
    for (PlannedScript script : plan(target, scripts)) {
      ScriptRunner.run(connection, script);
      NewEnumValues.makeUsableInNewSchema(connection);
    }
  }

  /** The plan of the scripts, for a schema whose history already exists. */
  public static List<PlannedScript> plan(Target target, List<? extends UpgradeScript> scripts) {
    List<PlannedScript> planned = new ArrayList<>();
    for (UpgradeScript script : scripts) {
      HistoryRowSql row = HistorySql.applied(target, planned.size() + 1, script);
      planned.add(PlannedScript.applying(script, target, text(script).on(target), row, true));
    }
    return List.copyOf(planned);
  }

  private static ScriptText text(UpgradeScript script) {
    return new ScriptText(
        SqlScript.of(ScriptText.of(script.file()).raw()).without("concurrently"), false);
  }
}
