package shareddb.schema.lint.mention;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;

/** Finds the names in any part of a statement: after FROM and REFERENCES, and in calls. */
final class QueryMentions {

  /** In the parentheses of these functions, FROM is followed by a value. */
  private static final Set<String> FROM_OF_VALUES =
      Set.of("extract", "trim", "substring", "overlay", "position");

  /** Functions whose first value is the name of a table or a sequence. */
  private static final Set<String> OF_NAMES =
      SqlWords.of(
          """
          nextval currval setval to_regclass pg_get_serial_sequence pg_relation_size
          pg_table_size pg_total_relation_size pg_indexes_size
          """);

  /** Types whose values are written as names that may have a schema. */
  private static final Set<String> NAME_TYPES = Set.of("regproc", "regprocedure", "regtype");

  /** A statement may begin after these words, in WITH or in a function's body. */
  private static final Set<String> BEFORE_STATEMENT =
      Set.of("(", ")", ";", "begin", "atomic", "then", "else", "loop");

  /** The words that may follow a table and are not its alias. */
  private static final Set<String> BEHIND_TABLE =
      SqlWords.of(
          """
          where join inner left right full cross natural on using group order limit offset
          fetch for union except intersect having window returning set values select
          default overriding loop then into when do tablesample with from to match
          deferrable initially not null check constraint unique primary
          """);

  private final TokenReader reader;
  private final Deque<Boolean> values = new ArrayDeque<>();

  /** The names of subqueries in WITH, which are not tables. */
  private final Set<String> named;

  /** Whether the last call takes a name in a string. */
  private boolean takesName;

  private final List<Mention> mentions = new ArrayList<>();

  /** Whether FROM is followed by a cursor (FETCH, MOVE) or a file (COPY). */
  private final boolean cursor;

  private QueryMentions(SqlStatement statement) {
    this.reader = statement.reader();
    this.named = SubqueryNames.in(statement);
    this.cursor = reader.comes("fetch") || reader.comes("move") || reader.comes("copy");
  }

  static List<Mention> of(SqlStatement statement) {
    QueryMentions query = new QueryMentions(statement);
    query.read();
    return query.mentions;
  }

  private void read() {
    while (!reader.atEnd()) {
      Optional<Token> before = reader.last();
      if (reader.comes("(")) {
        values.push(before.filter(t -> FROM_OF_VALUES.contains(t.identifier())).isPresent());
        reader.next();
      } else if (reader.accept(")")) {
        values.poll();
      } else if (reader.accept(":", ":")) {
        reader.name().ifPresent(this::call);
      } else if (leadsToSource(before)) {
        do {
          source();
        } while (reader.accept(","));
      } else if (leadsToTable(before)) {
        reader.accept("only");
        reader.name().ifPresent(this::table);
      } else {
        other();
      }
    }
  }

  /** Reads FROM or JOIN, if rows come from what follows. */
  private boolean leadsToSource(Optional<Token> before) {
    boolean value = Boolean.TRUE.equals(values.peek());
    boolean comparison = before.filter(token -> token.is("distinct")).isPresent();
    return reader.accept("join") || (!value && !comparison && !cursor && reader.accept("from"));
  }

  /** Reads the words before the name of a table, if they come next. */
  private boolean leadsToTable(Optional<Token> before) {
    boolean begins =
        before.isEmpty() || BEFORE_STATEMENT.contains(before.get().text().toLowerCase(Locale.ROOT));
    return (begins && reader.accept("update"))
        || reader.accept("references")
        || reader.accept("insert", "into")
        || reader.accept("merge", "into")
        || (before.isEmpty() && reader.accept("copy"));
  }

  private void source() {
    reader.accept("lateral");
    reader.accept("only");
    Optional<SqlName> name = reader.name();
    if (reader.comes("(")) {
      name.ifPresent(this::call);
    } else {
      name.ifPresent(this::table);
    }
  }

  private void table(SqlName name) {
    if (name.parts().size() > 1 || !named.contains(name.last())) {
      mentions.add(new Mention(Mention.Kind.OBJECT, name));
    }
    reader.accept("as");
    if (reader.peek().filter(Token::isIdentifier).isPresent()
        && !BEHIND_TABLE.contains(reader.peek().orElseThrow().identifier())) {
      reader.next();
    }
  }

  private void other() {
    Optional<Token> before = reader.last();
    Optional<SqlName> name = reader.name();
    if (name.isPresent() && reader.comes("(")) {
      takesName = OF_NAMES.contains(name.get().last());
      call(name.get());
    } else if (name.isEmpty()) {
      Token token = reader.next();
      if (token.kind() == Token.Kind.STRING) {
        string(token, before);
      }
    }
  }

  private void string(Token token, Optional<Token> before) {
    if (reader.comes(":", ":", "regclass")
        || (takesName && before.filter(b -> b.is("(")).isPresent())) {
      named(token).ifPresent(name -> mentions.add(new Mention(Mention.Kind.OBJECT, name)));
    } else if (NAME_TYPES.stream().anyMatch(type -> reader.comes(":", ":", type))) {
      named(token).ifPresent(this::call);
    } else if (before.filter(b -> b.is("execute")).isPresent()) {
      executed(token);
    }
  }

  /** A name in a string: {@code 'todos'::regclass}. */
  private static Optional<SqlName> named(Token string) {
    return SqlScript.of(string.content(), string.line()).statements().stream()
        .findFirst()
        .flatMap(inner -> inner.reader().name());
  }

  /** The names in a statement that a function's body runs: {@code EXECUTE 'DELETE FROM a.b'}. */
  private void executed(Token string) {
    SqlScript.of(string.content(), string.line())
        .statements()
        .forEach(inner -> mentions.addAll(Mentions.of(inner)));
  }

  /**
   * Notes a call with a schema. Without one it is a function of Postgres, or its schema is unknown.
   */
  private void call(SqlName name) {
    if (name.parts().size() > 1) {
      mentions.add(new Mention(Mention.Kind.CALL, name));
    }
  }
}
