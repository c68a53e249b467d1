package workshop.requirements.suite.tenants;

/**
 * What is not a tenant's, as SQL would have to name it that got out of a text.
 *
 * @param role one that may do more, or other things
 * @param table with its schema, and quoted where it has to be
 */
public record Beyond(String role, String schema, String table) {

  String in(String sql) {
    return sql.replace("<role>", role).replace("<schema>", schema).replace("<table>", table);
  }
}
