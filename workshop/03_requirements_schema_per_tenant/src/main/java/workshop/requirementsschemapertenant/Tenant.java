package workshop.requirementsschemapertenant;

import shareddb.names.RoleName;
import shareddb.names.SchemaName;

/** A tenant that may be served: where it is. */
record Tenant(String name, SchemaName schema) {

  /** Nobody logs in as this role; a transaction takes it. */
  RoleName role() {
    return RoleName.apiOf(schema);
  }
}
