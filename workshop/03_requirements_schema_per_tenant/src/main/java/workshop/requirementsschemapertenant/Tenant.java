package workshop.requirementsschemapertenant;

import shareddb.names.GateName;
import shareddb.names.RoleName;
import shareddb.names.SchemaName;

/** A tenant that may be served: where it is. */
record Tenant(String name, SchemaName schema) {

  /** Nobody logs in as this role; a transaction takes it. */
  RoleName role() {
    return RoleName.apiOf(schema);
  }

  /** What those who write pass. */
  GateName gate() {
    return GateName.of(schema);
  }
}
