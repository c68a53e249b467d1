package shareddb.base.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a text into statements. A statement ends at a semicolon that is not in a string, a quoted
 * name, a comment, parentheses or a body of standard SQL. A COPY ends after its data, and a psql
 * command at the end of its line.
 */
final class StatementCutter {

  private final String text;
  private final Lexer lexer;
  private final List<SqlStatement> statements = new ArrayList<>();
  private final List<Token> comments = new ArrayList<>();
  private final List<Token> statement = new ArrayList<>();
  private final OpenBrackets open = new OpenBrackets();
  private int restFrom;
  private Optional<UnreadableSql> flaw = Optional.empty();

  StatementCutter(String text, Lexer lexer) {
    this.text = text;
    this.lexer = lexer;
  }

  SqlScript cut() {
    for (Optional<Token> token = lexer.next(); token.isPresent(); token = lexer.next()) {
      read(token.get());
    }
    if (!statement.isEmpty()) {
      flaw = flaw.or(open::flaw).or(this::dataMissing);
      close(text.length(), "", false);
    }
    return new SqlScript(
        text, statements, comments, text.substring(restFrom), flaw, lexer.quotes());
  }

  private Optional<UnreadableSql> dataMissing() {
    return StatementKind.of(statement) == StatementKind.COPY_FROM_STDIN
        ? CopyData.behind(text, statement.getLast()).flaw()
        : Optional.empty();
  }

  private void read(Token token) {
    if (!lexer.isClosed()) {
      flaw = Optional.of(new UnreadableSql(token.line(), unclosed(token)));
    }
    if (token.kind() == Token.Kind.COMMENT) {
      comments.add(token);
    } else if (token.is(";") && open.isNone()) {
      semicolon(token);
    } else if (token.is("\\") && statement.isEmpty()) {
      psqlCommand(token);
    } else {
      open.read(token);
      statement.add(token);
    }
  }

  private static String unclosed(Token token) {
    return switch (token.kind()) {
      case COMMENT -> "a comment that is not closed";
      case NAME -> "a quoted name that is not closed";
      case STRING, WORD, SYMBOL -> "a string that is not closed";
    };
  }

  private void semicolon(Token token) {
    if (statement.isEmpty()) {
      restFrom = token.end();
    } else if (StatementKind.of(statement) == StatementKind.COPY_FROM_STDIN) {
      data(token);
    } else {
      lexer.use(QuotesSetting.after(statement, lexer.quotes()));
      close(token.end(), "", true);
    }
  }

  /** Reads the data lines after the semicolon, up to the closing line. */
  private void data(Token semicolon) {
    CopyData data = CopyData.behind(text, semicolon);
    lexer.goTo(data.end());
    flaw = data.flaw();
    close(data.end(), data.lines(), flaw.isEmpty());
  }

  /** Reads the whole line. */
  private void psqlCommand(Token backslash) {
    int newline = text.indexOf('\n', backslash.start());
    int end = newline < 0 ? text.length() : newline;
    String line = text.substring(backslash.start(), end).stripTrailing();
    statement.add(backslash);
    statement.add(
        new Token(Token.Kind.SYMBOL, line.substring(1), backslash.line(), backslash.end()));
    lexer.goTo(end);
    close(end, "", true);
  }

  private void close(int end, String data, boolean isEnded) {
    int start = statement.getFirst().start();
    statements.add(
        new SqlStatement(
            text.substring(start, statement.getLast().end()),
            isEnded ? text.substring(start, end).stripTrailing() : text.substring(start, end) + ";",
            statement,
            StatementKind.of(statement),
            data,
            isEnded));
    statement.clear();
    open.clear();
    restFrom = isEnded ? end : restFrom;
  }
}
