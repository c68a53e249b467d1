package shareddb.base.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text of SQL: its statements, and its comments.
 *
 * @param statements in their order; the last one may lack its end
 * @param rest what comes behind the last statement that has its end
 * @param flaw why it has no end: what was opened and is not closed
 * @param quotes what a backslash means behind it
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

  /** A part of a file, such as a function's body, which begins on this line of it. */
  public static SqlScript of(String text, int firstLine) {
    return of(text, firstLine, BackslashQuotes.STANDARD);
  }

  /** In a session that reads backslashes like this. */
  public static SqlScript of(String text, BackslashQuotes quotes) {
    return of(text, 1, quotes);
  }

  private static SqlScript of(String text, int firstLine, BackslashQuotes quotes) {
    return new StatementCutter(text, new Lexer(text, firstLine, quotes)).cut();
  }

  /** The statements whose end was read. */
  public List<SqlStatement> ended() {
    return statements.stream().filter(SqlStatement::isEnded).toList();
  }

  /** Whether nothing but blanks and comments comes behind the last statement's end. */
  public boolean isWhole() {
    return flaw.isEmpty() && (statements.isEmpty() || statements.getLast().isEnded());
  }

  /** Why it cannot be a script of a track: what has no end, and what no server or session bears. */
  public List<UnreadableSql> flaws() {
    return Stream.concat(flaw.stream(), statements.stream().flatMap(s -> s.flaw().stream()))
        .toList();
  }

  /** The text without this keyword; in strings, quoted names, bodies and comments it stays. */
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
