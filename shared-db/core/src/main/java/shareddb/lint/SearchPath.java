package shareddb.lint;

import java.util.ArrayList;
import java.util.List;
import shareddb.sql.SqlName;
import shareddb.sql.Token;
import shareddb.sql.TokenReader;

/** The schemas to which a statement sets the search_path. */
final class SearchPath {

  private SearchPath() {}

  /** None where it is set to nothing: {@code ''}. */
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
