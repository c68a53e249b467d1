package shareddb.base.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A SQL text with its statements and comments.
 *
 * @param statements the statements in order; the last one may lack its semicolon
 * @param rest the text after the last ended statement
 * @param flaw the reason why the last statement has no end, such as an open quote
 * @param quotes the meaning of a backslash at the end of the text
 */
public record SqlScript(
    String text,
    List<SqlStatement> statements,
    List<Token> comments,
    String rest,
    Optional<UnreadableSql> flaw,
    BackslashQuotes quotes) {

  public SqlScript {
    statements = List.copyOf(statements);
    comments = List.copyOf(comments);
  }

  public static SqlScript of(String text) {
    return of(text, 1, BackslashQuotes.STANDARD);
  }

  /**
   * A part of a file, such as a function's body.
   *
   * @param firstLine the line of the file on which the part begins
   */
  public static SqlScript of(String text, int firstLine) {
    return of(text, firstLine, BackslashQuotes.STANDARD);
  }

  /** A text for a session in which backslashes have this meaning. */
  public static SqlScript of(String text, BackslashQuotes quotes) {
    return of(text, 1, quotes);
  }

  private static SqlScript of(String text, int firstLine, BackslashQuotes quotes) {
    return new StatementCutter(text, new Lexer(text, firstLine, quotes)).cut();
  }

  /** The statements that have their end. */
  public List<SqlStatement> ended() {
    return statements.stream().filter(SqlStatement::isEnded).toList();
  }

  /** Whether only blanks and comments follow the last statement's end. */
  public boolean isWhole() {
    return flaw.isEmpty() && (statements.isEmpty() || statements.getLast().isEnded());
  }

  /**
   * The reasons why the text cannot be a script of a track: unended statements, and statements that
   * the server or the session cannot run.
   */
  public List<UnreadableSql> flaws() {
    return Stream.concat(flaw.stream(), statements.stream().flatMap(s -> s.flaw().stream()))
        .toList();
  }

  /** The text without this keyword. It stays in strings, quoted names, bodies and comments. */
  public String without(String word) {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (Token token : (Iterable<Token>) tokens(word)::iterator) {
      kept.append(text, from, token.start());
      from = token.end();
    }
    return kept.append(text, from, text.length()).toString();
  }

  private Stream<Token> tokens(String word) {
    return statements.stream().flatMap(s -> s.tokens().stream()).filter(token -> token.is(word));
  }
}
