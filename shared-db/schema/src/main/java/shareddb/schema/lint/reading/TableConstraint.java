package shareddb.schema.lint.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;

/**
 * A constraint of a table.
 *
 * @param name the name; Postgres's own if the statement has none and it is one of a single column
 * @param columns the columns of a key, or the column behind which the constraint is written
 * @param definition the tokens after its name: from CHECK, FOREIGN and so on
 * @param isValid whether Postgres has checked the rows
 */
public record TableConstraint(
    Kind kind,
    Optional<String> name,
    List<String> columns,
    List<Token> definition,
    boolean isValid) {

  /**
   * The kinds of constraints, with the end of the name that Postgres gives them, and the words with
   * which they begin.
   */
  public enum Kind {
    CHECK("check", "check"),
    FOREIGN_KEY("fkey", "foreign|references"),
    UNIQUE("key", "unique"),
    PRIMARY_KEY("pkey", "primary"),
    EXCLUDE("excl", "exclude"),
    NOT_NULL("not_null", "not null");

    private final String ending;
    private final String beginnings;

    Kind(String ending, String beginnings) {
      this.ending = ending;
      this.beginnings = beginnings;
    }

    static Optional<Kind> of(TokenReader reader) {
      return Stream.of(values()).filter(kind -> kind.isNextIn(reader)).findFirst();
    }

    private boolean isNextIn(TokenReader reader) {
      return Stream.of(beginnings.split("\\|", -1)).anyMatch(b -> reader.comes(b.split(" ", -1)));
    }

    /** As SQL writes it. */
    @Override
    public String toString() {
      return name().replace('_', ' ');
    }
  }

  public TableConstraint {
    columns = List.copyOf(columns);
    definition = List.copyOf(definition);
  }

  /** A constraint from the list of a table, without CONSTRAINT and its name. */
  static Optional<TableConstraint> of(SqlName table, Optional<Token> name, List<Token> definition) {
    TokenReader reader = new TokenReader(definition);
    return Kind.of(reader).map(kind -> of(kind, table, name, columns(kind, reader), definition));
  }

  private static List<String> columns(Kind kind, TokenReader reader) {
    if (kind == Kind.NOT_NULL) {
      reader.accept("not", "null");
      return reader.peek().map(Token::identifier).stream().toList();
    }
    while (kind != Kind.CHECK && kind != Kind.EXCLUDE && !reader.atEnd() && !reader.comes("(")) {
      reader.next();
    }
    return reader.comes("(") ? identifiers(reader.group()) : List.of();
  }

  /** The names in a list of columns; empty if one of them is not just a column. */
  static List<String> identifiers(List<Token> tokens) {
    List<String> names = new ArrayList<>();
    for (List<Token> item : new TokenReader(tokens).list()) {
      if (item.isEmpty() || !item.getFirst().isIdentifier() || (item.size() > 1 && calls(item))) {
        return List.of();
      }
      names.add(item.getFirst().identifier());
    }
    return names;
  }

  private static boolean calls(List<Token> item) {
    return item.get(1).is("(") || item.get(1).is(".");
  }

  /** The constraints in a column's definition. */
  static List<TableConstraint> inline(SqlName table, ColumnDefinition column) {
    List<TableConstraint> found = new ArrayList<>();
    TokenReader reader = new TokenReader(column.definition());
    Optional<Token> name = Optional.empty();
    while (!reader.atEnd()) {
      if (reader.comes("(")) {
        reader.group();
        continue;
      }
      if (reader.accept("constraint") && !reader.atEnd()) {
        name = Optional.of(reader.next());
      }
      Optional<Kind> kind = Kind.of(reader);
      if (kind.isPresent()) {
        found.add(of(kind.get(), table, name, List.of(column.name()), reader.rest()));
        name = Optional.empty();
      }
      if (!reader.atEnd()) {
        reader.next();
      }
    }
    return found;
  }

  private static TableConstraint of(
      Kind kind, SqlName table, Optional<Token> name, List<String> columns, List<Token> tokens) {
    Optional<String> own =
        kind == Kind.PRIMARY_KEY
            ? Optional.of(table.last() + "_pkey")
            : columns.size() == 1
                ? Optional.of(table.last() + "_" + columns.getFirst() + "_" + kind.ending)
                : Optional.empty();
    return new TableConstraint(
        kind,
        name.map(Token::identifier).or(() -> own),
        columns,
        tokens,
        !TokenReader.contains(tokens, "not", "valid"));
  }

  public int line() {
    return definition.getFirst().line();
  }

  /** Whether it takes an index that is there already. */
  public boolean usesIndex() {
    return TokenReader.contains(definition, "using", "index")
        && (kind == Kind.UNIQUE || kind == Kind.PRIMARY_KEY);
  }

  public boolean isNamed(Token other) {
    return name.filter(other.identifier()::equals).isPresent();
  }

  TableConstraint validated() {
    return new TableConstraint(kind, name, columns, definition, true);
  }

  /** Whether it is valid and no row can have null in this column. */
  boolean provesNotNull(String column) {
    return isValid
        && switch (kind) {
          case PRIMARY_KEY, NOT_NULL -> columns.contains(column);
          case CHECK -> checksNotNull(column);
          case FOREIGN_KEY, UNIQUE, EXCLUDE -> false;
        };
  }

  /** Whether one part of the condition, between ANDs, is {@code column IS NOT NULL}. */
  private boolean checksNotNull(String column) {
    TokenReader reader = new TokenReader(definition);
    reader.accept("check");
    List<Token> condition = reader.group();
    while (condition.size() > 1
        && condition.getFirst().is("(")
        && new TokenReader(condition).group().size() == condition.size() - 2) {
      condition = condition.subList(1, condition.size() - 1);
    }
    return !TokenReader.contains(condition, "or")
        && parts(condition).stream()
            .anyMatch(
                part ->
                    part.size() == 4
                        && part.getFirst().isIdentifier()
                        && part.getFirst().identifier().equals(column)
                        && new TokenReader(part.subList(1, 4)).comes("is", "not", "null"));
  }

  private static List<List<Token>> parts(List<Token> condition) {
    List<List<Token>> parts = new ArrayList<>();
    List<Token> part = new ArrayList<>();
    for (Token token : condition) {
      if (token.is("and")) {
        parts.add(List.copyOf(part));
        part.clear();
      } else if (!token.is("(") && !token.is(")")) {
        part.add(token);
      }
    }
    parts.add(part);
    return parts;
  }
}
