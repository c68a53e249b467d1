package shareddb.schema.autogenerate.diff;

import java.util.ArrayList;
import java.util.List;

/** The statements that change a domain. */
final class DomainDdl {

  private DomainDdl() {}

  static List<DiffStatement> alter(SchemaItem from, SchemaItem to) {
    List<DiffStatement> statements = new ArrayList<>();
    String domain = "ALTER DOMAIN " + to.get("sql");
    if (!from.get("default").equals(to.get("default"))) {
      statements.add(
          DiffStatement.of(
              domain
                  + (to.has("default") ? " SET DEFAULT " + to.get("default") : " DROP DEFAULT")));
    }
    if (from.has("not null") != to.has("not null")) {
      statements.add(
          DiffStatement.of(domain + (to.has("not null") ? " SET NOT NULL" : " DROP NOT NULL")));
    }
    return statements;
  }
}
