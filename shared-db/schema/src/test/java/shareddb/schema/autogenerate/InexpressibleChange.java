package shareddb.schema.autogenerate;

/** A change by hand that autogenerate writes no migration for. */
enum InexpressibleChange {
  RULE("CREATE RULE no_delete AS ON DELETE TO notes DO INSTEAD NOTHING", "rule notes.no_delete"),
  STATISTICS("CREATE STATISTICS both_columns ON body, mood FROM notes", "statistics both_columns"),
  AGGREGATE(
      "CREATE AGGREGATE longest(text) (SFUNC = textcat, STYPE = text)", "aggregate longest(text)"),
  RANGE("CREATE TYPE span AS RANGE (subtype = timestamptz)", "range span");

  private final String sql;
  private final String named;

  InexpressibleChange(String sql, String named) {
    this.sql = sql;
    this.named = named;
  }

  String sql() {
    return sql;
  }

  String named() {
    return named;
  }
}
