package shareddb.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import shareddb.base.jdbc.Query;
import shareddb.base.sql.SqlScript;
import shareddb.base.track.Target;
import shareddb.base.track.UpgradeScript;
import shareddb.migrate.history.HistorySql;
import shareddb.migrate.history.HistoryWrite;

/**
 * A schema that scripts make of nothing. No other session sees it yet: an index of it is built
 * without CONCURRENTLY, so that all of it can be one transaction.
 */
public final class NewSchema {

  private NewSchema() {}

  /** Whether none of them ends the transaction, cannot be in one, or is for Flyway alone. */
  public static boolean isPossible(List<? extends UpgradeScript> scripts) {
    return scripts.stream()
        .allMatch(m -> !ScriptText.isForFlyway(m.file()) && ScriptBatch.fits(text(m)));
  }

  /**
   * Makes it within the caller's transaction, to be looked at and rolled back. Neither the schema
   * nor its role may be there.
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

  /** The scripts, once the schema and its history are there. */
  public static List<PlannedScript> plan(Target target, List<? extends UpgradeScript> scripts) {
    List<PlannedScript> planned = new ArrayList<>();
    for (UpgradeScript script : scripts) {
      HistoryWrite row = HistorySql.applied(target, planned.size() + 1, script);
      planned.add(PlannedScript.applying(script, target, text(script).on(target), row, true));
    }
    return List.copyOf(planned);
  }

  private static ScriptText text(UpgradeScript script) {
    return new ScriptText(
        SqlScript.of(ScriptText.of(script.file()).raw()).without("concurrently"), false);
  }
}
