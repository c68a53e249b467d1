package shareddb.tenants.fleet.query;

/** The name and the Postgres type of a result's column. */
public record QueryColumn(String name, String type) {}
