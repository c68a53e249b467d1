package shareddb.cli.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.SQLException;
import shareddb.sql.Statements;

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
      if (line.indexOf(';') >= 0) {
        Statements cut = Statements.of(text.toString());
        for (String statement : cut.complete()) {
          run(console, statement);
        }
        text.replace(0, text.length(), cut.isWhole() ? "" : cut.rest());
      }
    }
    run(console, Statements.all(text.toString()));
  }

  public static void run(Console console, Iterable<String> statements) {
    for (String statement : statements) {
      run(console, statement);
    }
  }

  private static void run(Console console, String statement) {
    try {
      console.statement(statement);
    } catch (SQLException e) {
      throw new StatementFailed(Complaint.about(statement, e), e);
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
