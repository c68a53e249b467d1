package shareddb.cli.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.SqlStatement;

/** Statements that are piped: each is run as soon as it is whole, up to the first that fails. */
public final class PipedScript {

  private PipedScript() {}

  /** Throws {@link StatementFailed} for the first that Postgres refuses. */
  public static void run(SqlConsole console, BufferedReader input)
      throws IOException, SQLException {
    StringBuilder text = new StringBuilder();
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      text.append(line).append('\n');
      if (line.indexOf(';') >= 0 || SqlConsole.isCommand(line)) {
        SqlScript script = console.read(text.toString());
        if (!run(console, script.ended())) {
          return;
        }
        text.replace(0, text.length(), script.isWhole() ? "" : script.rest());
      }
    }
    run(console, console.read(text.toString()).statements());
  }

  /** False where one of them asks to quit; what comes behind that is not run. */
  public static boolean run(SqlConsole console, List<SqlStatement> statements) {
    for (SqlStatement statement : statements) {
      try {
        if (!console.run(statement)) {
          return false;
        }
      } catch (SQLException e) {
        throw new StatementFailed(SqlErrorText.about(statement.text(), e), e);
      }
    }
    return true;
  }
}
