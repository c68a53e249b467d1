package shareddb.schema.lint.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;
import shareddb.schema.lint.mention.SqlWords;

/** Finds expressions that give each row its own value, so that each row must be written. */
public final class Volatility {

  private static final Set<String> VOLATILE =
      SqlWords.of(
          """
          random random_normal gen_random_uuid uuidv4 uuidv7 uuid_generate_v1
          uuid_generate_v4 clock_timestamp timeofday nextval txid_current
          pg_current_xact_id
          """);

  private Volatility() {}

  /**
   * The volatile call in an expression. A function outside of {@code pg_catalog} counts as
   * volatile, because its volatility is not known here.
   */
  public static Optional<SqlName> in(List<Token> expression) {
    TokenReader reader = new TokenReader(expression);
    while (!reader.atEnd()) {
      Optional<SqlName> name = reader.name();
      if (name.isEmpty()) {
        reader.next();
      } else if (reader.comes("(") && isVolatile(name.get())) {
        return name;
      }
    }
    return Optional.empty();
  }

  private static boolean isVolatile(SqlName function) {
    String schema = function.qualifier().orElse("pg_catalog");
    return VOLATILE.contains(function.last()) || !schema.equals("pg_catalog");
  }
}
