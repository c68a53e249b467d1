package shareddb.base.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One statement of a text.
 *
 * @param text what the server is given: from its first token to its last, without the semicolon;
 *     comments before it are left out
 * @param source the same with the semicolon and, behind COPY, the data
 * @param tokens without comments and without the semicolon
 * @param data the lines that follow {@code COPY … FROM STDIN}, without the closing one
 * @param isEnded whether its end was read; the last one of a text may do without a semicolon
 */
public record SqlStatement(
    String text,
    String source,
    List<Token> tokens,
    StatementKind kind,
    String data,
    boolean isEnded) {

  /** Statements with which a session stays as it was. */
  private static final Set<String> OF_OBJECTS_AND_ROWS =
      Set.of(
          "create",
          "alter",
          "drop",
          "comment",
          "grant",
          "revoke",
          "insert",
          "update",
          "delete",
          "merge",
          "truncate");

  public SqlStatement {
    tokens = List.copyOf(tokens);
  }

  public int line() {
    return tokens.getFirst().line();
  }

  public TokenReader reader() {
    return new TokenReader(tokens);
  }

  /** Whether these words come one after the other, anywhere in it. */
  public boolean contains(String... words) {
    return TokenReader.contains(tokens, words);
  }

  /** Whether it adds a value to an enum type, which only a later transaction can use. */
  public boolean addsEnumValue() {
    return reader().comes("alter", "type") && contains("add", "value");
  }

  /** Whether Postgres refuses it within a transaction. */
  public boolean isAlone() {
    return kind == StatementKind.ALONE;
  }

  /**
   * Whether it may leave something behind in its session: a setting, a role, a temporary table.
   * What a function does that it calls is not known.
   */
  public boolean changesSession() {
    TokenReader reader = reader();
    if (reader.comes("set", "local") || reader.comes("set", "constraints")) {
      return false;
    }
    Token first = tokens.getFirst();
    return first.kind() != Token.Kind.WORD
        || !OF_OBJECTS_AND_ROWS.contains(first.identifier())
        || tokens.stream().anyMatch(SqlStatement::isOfSession);
  }

  private static boolean isOfSession(Token token) {
    return token.is("temp")
        || token.is("temporary")
        || (token.isIdentifier()
            && (token.identifier().equals("set_config") || token.identifier().equals("pg_temp")));
  }

  /** Why it cannot stand in a script of a track. */
  Optional<UnreadableSql> flaw() {
    Optional<String> what =
        switch (kind) {
          case PSQL_COMMAND -> Optional.of(text + " is a command of psql, not of the server");
          case SESSION_RESET ->
              Optional.of(text + " releases the lock that keeps other sessions from this schema");
          case COPY_TO_STDOUT -> Optional.of("COPY … TO STDOUT: nothing takes its data");
          case IN_TRANSACTION, ALONE, TRANSACTION_CONTROL, COPY_FROM_STDIN -> Optional.empty();
        };
    return what.map(said -> new UnreadableSql(line(), said));
  }

  /**
   * Whether the driver finds the end of it in a text of many statements. It does not know bodies in
   * standard SQL, and reads the whole text before {@code standard_conforming_strings} is set.
   */
  public boolean isPlainForDriver() {
    return !contains("begin", "atomic") && !contains("standard_conforming_strings");
  }
}
