package shareddb.cli.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.SqlStatement;

/** Runs statements from a pipe: each as soon as it is complete, up to the first that fails. */
public final class PipedScript {

  private PipedScript() {}

  /**
   * Runs all statements. Throws {@link StatementFailed} for the first one that Postgres refuses.
   */
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

  /**
   * Runs the statements. Returns false if one of them is the command to quit; later ones are not
   * run.
   */
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
