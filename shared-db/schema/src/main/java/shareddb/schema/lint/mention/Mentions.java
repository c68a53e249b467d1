package shareddb.schema.lint.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import shareddb.base.sql.SqlScript;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;

/** Collects the names in a statement and in a function's body. */
public final class Mentions {

  private static final Set<String> WITH_BODY = Set.of("create", "do");

  private Mentions() {}

  public static List<Mention> of(SqlStatement statement) {
    List<Mention> mentions = new ArrayList<>(HeadMentions.of(statement));
    Token first = statement.tokens().getFirst();
    if (!first.is("grant") && !first.is("revoke") && !first.is("comment")) {
      mentions.addAll(QueryMentions.of(statement));
    }
    mentions.addAll(schemas(statement));
    if (WITH_BODY.contains(first.identifier())) {
      bodies(statement).forEach(inner -> mentions.addAll(ofBody(inner, statement)));
    }
    return mentions;
  }

  /**
   * The names in a function's body. If the function sets its own search_path, its names need no
   * schema.
   */
  private static List<Mention> ofBody(SqlStatement inner, SqlStatement function) {
    List<Mention> mentions = QueryMentions.of(inner);
    boolean pinned =
        function.contains("set", "search_path")
            && !SearchPathSetting.names(function.tokens()).isEmpty();
    return pinned ? mentions.stream().filter(m -> !m.reliesOnSearchPath()).toList() : mentions;
  }

  private static Stream<SqlStatement> bodies(SqlStatement statement) {
    return statement.tokens().stream()
        .filter(Token::isDollarQuoted)
        .flatMap(body -> SqlScript.of(body.content(), body.line()).statements().stream());
  }

  private static List<Mention> schemas(SqlStatement statement) {
    List<Mention> schemas = new ArrayList<>();
    TokenReader reader = statement.reader();
    while (reader.skipPast("schema")) {
      if (!reader.accept("if", "not", "exists")) {
        reader.accept("if", "exists");
      }
      reader.name().map(name -> new Mention(Mention.Kind.SCHEMA, name)).ifPresent(schemas::add);
    }
    SearchPathSetting.names(statement.tokens())
        .forEach(name -> schemas.add(new Mention(Mention.Kind.SCHEMA, name)));
    return schemas;
  }
}
