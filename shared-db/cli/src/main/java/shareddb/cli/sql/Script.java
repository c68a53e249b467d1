package shareddb.cli.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.SQLException;
import shareddb.sql.SqlScript;
import shareddb.sql.SqlStatement;

/** Statements that are piped: each is run as soon as it is whole, up to the first that fails. */
public final class Script {

  private Script() {}

  /** Throws {@link StatementFailed} for the first that Postgres refuses. */
  public static void run(Console console, BufferedReader input) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      if (text.isEmpty() && Console.isCommand(line)) {
        if (!command(console, line)) {
          return;
        }
        continue;
      }
      text.append(line).append('\n');
      if (line.indexOf(';') >= 0 || line.startsWith("\\.")) {
        SqlScript script = SqlScript.of(text.toString());
        run(console, script.ended());
        text.replace(0, text.length(), script.isWhole() ? "" : script.rest());
      }
    }
    run(console, SqlScript.of(text.toString()).statements());
  }

  public static void run(Console console, Iterable<SqlStatement> statements) {
    for (SqlStatement statement : statements) {
      run(console, statement);
    }
  }

  private static void run(Console console, SqlStatement statement) {
    try {
      console.statement(statement);
    } catch (SQLException e) {
      throw new StatementFailed(Complaint.about(statement.text(), e), e);
    }
  }

  private static boolean command(Console console, String line) {
    try {
      return console.command(line);
    } catch (SQLException e) {
      throw new StatementFailed(Complaint.about(line, e), e);
    }
  }
}
