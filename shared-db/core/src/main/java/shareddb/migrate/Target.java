package shareddb.migrate;

import shareddb.names.RoleName;
import shareddb.names.SchemaName;
import shareddb.settings.Login;

/** Where a track is applied: a database, as its administrator, and a schema in it. */
public record Target(Login admin, SchemaName schema) {

  public static final String HISTORY_TABLE = "flyway_schema_history";

  /** As it stands in SQL. */
  public String historyTable() {
    return schema.quoted(HISTORY_TABLE);
  }

  /** The role that an API of this schema logs in as. */
  public RoleName apiRole() {
    return RoleName.apiOf(schema);
  }

  @Override
  public String toString() {
    return "schema " + schema.quoted() + " of " + admin.database() + " at " + admin.address();
  }
}
