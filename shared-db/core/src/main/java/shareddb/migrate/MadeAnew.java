package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import shareddb.track.UpScript;

/**
 * What migrations make of nothing, to be looked at: within the caller's transaction, which is taken
 * back.
 */
public final class MadeAnew {

  private MadeAnew() {}

  /** Whether none of them ends the transaction, cannot be in one, or is for Flyway alone. */
  public static boolean isPossible(List<? extends UpScript> scripts) {
    return scripts.stream()
        .allMatch(m -> !ScriptText.isForFlyway(m.file()) && InOneGo.fits(Script.onNew(m)));
  }

  /** Neither the schema nor its role may be there. */
  public static void in(Connection connection, Target target, List<? extends UpScript> scripts)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + target.apiRole().quoted() + " NOLOGIN");
      statement.execute("CREATE SCHEMA " + target.schema().quoted());
    }
    HistoryTable.create(connection, target);
    int rank = 0;
    for (UpScript script : scripts) {
      rank++;
      Script.apply(connection, target, script, rank);
    }
  }
}
