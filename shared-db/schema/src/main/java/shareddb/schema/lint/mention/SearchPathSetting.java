package shareddb.schema.lint.mention;

import java.util.ArrayList;
import java.util.List;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.Token;
import shareddb.base.sql.TokenReader;

/** The schemas to which a statement sets the search_path. */
final class SearchPathSetting {

  private SearchPathSetting() {}

  /** The names; none if the search_path is set to {@code ''}. */
  static List<SqlName> names(List<Token> tokens) {
    List<SqlName> names = new ArrayList<>();
    TokenReader reader = new TokenReader(tokens);
    while (reader.skipPast("search_path")) {
      if (reader.accept("=") || reader.accept("to")) {
        do {
          reader.name().filter(name -> !name.last().equals("pg_temp")).ifPresent(names::add);
        } while (reader.accept(","));
      }
    }
    return names;
  }
}
