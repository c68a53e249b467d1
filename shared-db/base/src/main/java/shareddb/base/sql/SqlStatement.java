package shareddb.base.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One statement of a text.
 *
 * @param text the SQL for the server: from the first token to the last, without the semicolon and
 *     without comments before it
 * @param source the text with the semicolon and with the data of COPY
 * @param tokens the tokens without comments and without the semicolon
 * @param data the lines after {@code COPY … FROM STDIN}, without the closing line
 * @param isEnded whether the statement has its end; the last one of a text needs no semicolon
 */
public record SqlStatement(
    String text,
    String source,
    List<Token> tokens,
    StatementKind kind,
    String data,
    boolean isEnded) {

  /** The first words of statements that do not change the session. */
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

  /** Whether these words follow one another anywhere in the statement. */
  public boolean contains(String... words) {
    return TokenReader.contains(tokens, words);
  }

  /** Whether this is a name in the statement. */
  public boolean names(String name) {
    return tokens.stream().anyMatch(t -> t.isIdentifier() && t.identifier().equals(name));
  }

  /** Whether it adds a value to an enum type. Only a later transaction can use the value. */
  public boolean addsEnumValue() {
    return reader().comes("alter", "type") && contains("add", "value");
  }

  /** Whether Postgres refuses it within a transaction. */
  public boolean isAlone() {
    return kind == StatementKind.ALONE;
  }

  /**
   * Whether it may change its session: a setting, a role or a temporary table. The effects of
   * functions that it calls are not known.
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

  /** The reason why it cannot be in a script of a track. */
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
   * Whether the driver finds its end in a text of many statements. The driver does not know
   * function bodies in standard SQL, and it reads the whole text before {@code
   * standard_conforming_strings} is set.
   */
  public boolean isPlainForDriver() {
    return !contains("begin", "atomic") && !contains("standard_conforming_strings");
  }
}
