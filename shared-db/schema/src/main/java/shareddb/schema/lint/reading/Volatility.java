package shareddb.schema.lint.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;
import shareddb.schema.lint.mention.SqlWords;

/** Finds expressions that give each row its own value, so that each row must be written. */
public final class Volatility {

  /** The functions of PostgreSQL that give all rows of a statement the same value. */
  private static final Set<String> STEADY = SqlWords.of(read());

  /** Words before a parenthesis that are no functions. */
  private static final Set<String> SYNTAX =
      SqlWords.of(
          """
          all and any array as between case cast coalesce collate current_time current_timestamp
          else exists from greatest grouping in is json json_array json_scalar json_serialize
          least like localtime localtimestamp not nullif or row select some then trim using values
          when where xmlconcat xmlelement xmlforest decimal dec character nchar national varying
          bit
          """);

  private Volatility() {}

  private static String read() {
    try (InputStream file = Volatility.class.getResourceAsStream("steady-functions.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The call in an expression that may be volatile. A function that is not one of PostgreSQL's own
   * counts as volatile, because its volatility is not known here.
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
    boolean own = function.qualifier().orElse("pg_catalog").equals("pg_catalog");
    String name = function.last();
    return !own || !(STEADY.contains(name) || SYNTAX.contains(name));
  }
}
