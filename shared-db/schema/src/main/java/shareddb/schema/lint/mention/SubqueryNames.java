package shareddb.schema.lint.mention;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import shareddb.base.sql.SqlName;
import shareddb.base.sql.SqlStatement;
import shareddb.base.sql.TokenReader;

/** The names that a statement gives to its subqueries: {@code WITH newest AS (…)}. */
final class SubqueryNames {

  private SubqueryNames() {}

  static Set<String> in(SqlStatement statement) {
    Set<String> names = new HashSet<>();
    TokenReader reader = statement.reader();
    while (statement.contains("with") && !reader.atEnd()) {
      Optional<SqlName> name = reader.name();
      reader.group();
      if (name.isPresent() && (reader.comes("as", "(") || reader.comes("as", "materialized"))) {
        names.add(name.get().last());
      } else if (name.isEmpty() && !reader.atEnd()) {
        reader.next();
      }
    }
    return names;
  }
}
