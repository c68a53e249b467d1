package shareddb.migrate.script;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import shareddb.base.jdbc.Query;
import shareddb.base.jdbc.SqlExecution;

/** Runs a script of a plan within the caller's transaction, and writes its history row. */
public final class ScriptRunner {

  private ScriptRunner() {}

  public static AppliedStep run(Connection connection, PlannedScript script) throws SQLException {
    Query.execute(connection, "SET LOCAL search_path = " + script.searchPath());
    long start = System.nanoTime();
    SqlExecution.run(connection, script.sql());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    String row = script.row().sql(String.valueOf(took.toMillis()));
    if (!row.isEmpty()) {
      Query.execute(connection, row);
    }
    return script.step(took);
  }
}
