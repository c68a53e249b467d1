package shareddb.cli.sql;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The message of Postgres about a statement, with a caret under the position that it names. */
public final class SqlErrorText {

  private SqlErrorText() {}

  public static String about(String statement, SQLException error) {
    Optional<ServerErrorMessage> server =
        error instanceof PSQLException postgres
            ? Optional.ofNullable(postgres.getServerErrorMessage())
            : Optional.empty();
    String said =
        server
            .flatMap(e -> Optional.ofNullable(e.getMessage()))
            .or(() -> Optional.ofNullable(error.getMessage()))
            .orElse("no reason given");
    return said
        + " (SQLSTATE "
        + error.getSQLState()
        + ")"
        + server.map(e -> place(statement, e.getPosition())).orElse("")
        + line("", server.map(ServerErrorMessage::getDetail))
        + line("hint: ", server.map(ServerErrorMessage::getHint));
  }

  /**
   * The line with the error, and the caret. Postgres counts characters from 1; 0 means that the
   * error has no position.
   */
  private static String place(String statement, int position) {
    if (position < 1 || position > statement.codePointCount(0, statement.length()) + 1) {
      return "";
    }
    int at = statement.offsetByCodePoints(0, position - 1);
    int start = statement.lastIndexOf('\n', at - 1) + 1;
    int end = statement.indexOf('\n', at);
    String text = statement.substring(start, end < 0 ? statement.length() : end);
    long number = statement.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    String label = "line " + number + ": ";
    int column = statement.codePointCount(start, at);
    return "\n%s%s\n%s^"
        .formatted(label, text.replace('\t', ' '), " ".repeat(label.length() + column));
  }

  private static String line(String label, Optional<String> text) {
    return text.map(said -> "\n" + label + said).orElse("");
  }
}
