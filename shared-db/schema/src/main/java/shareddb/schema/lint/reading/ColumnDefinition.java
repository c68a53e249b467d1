package shareddb.schema.lint.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;
import shareddb.schema.lint.mention.SqlWords;

/** A column in CREATE TABLE or ADD COLUMN: its name and its definition. */
public record ColumnDefinition(Token token, List<Token> definition) {

  /** The words that end the type and begin the next part of the definition. */
  private static final Set<String> CONSTRAINTS =
      SqlWords.of(
          """
          default not null generated constraint check references primary unique collate
          using storage compression deferrable initially
          """);

  private static final Set<String> SERIALS = Set.of("smallserial", "serial", "bigserial");

  public String name() {
    return token.identifier();
  }

  /** {@code varchar(255)}: in lower case and without blanks around parentheses. */
  public String type() {
    StringBuilder type = new StringBuilder();
    boolean afterWord = false;
    for (Token part : until(CONSTRAINTS, definition)) {
      type.append(afterWord && part.isIdentifier() ? " " : "");
      type.append(part.text().toLowerCase(Locale.ROOT));
      afterWord = part.isIdentifier();
    }
    return type.toString();
  }

  public boolean isRequired() {
    return says("not", "null") || says("primary", "key");
  }

  /** Whether Postgres fills the column itself, in old rows too. */
  public boolean fillsItself() {
    return says("generated") || SERIALS.contains(type());
  }

  public boolean hasDefault() {
    return says("default");
  }

  /** The expression after DEFAULT. */
  public List<Token> defaultValue() {
    TokenReader reader = new TokenReader(definition);
    return reader.skipPast("default") ? until(CONSTRAINTS, reader.rest()) : List.of();
  }

  public boolean says(String... words) {
    return TokenReader.contains(definition, words);
  }

  private static List<Token> until(Set<String> words, List<Token> tokens) {
    List<Token> before = new ArrayList<>();
    for (Token token : tokens) {
      boolean first = before.isEmpty();
      if (token.kind() == Token.Kind.WORD && words.contains(token.identifier()) && !first) {
        break;
      }
      before.add(token);
    }
    return before;
  }
}
