package workshop.requirementsschemapertenant;

import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;
import shareddb.base.names.WriteLockName;

/** A tenant that may be served: where it is. */
record Tenant(String name, SchemaName schema) {

  /** Nobody logs in as this role; a transaction takes it. */
  RoleName role() {
    return RoleName.apiOf(schema);
  }

  /** What those who write pass. */
  WriteLockName gate() {
    return WriteLockName.of(schema);
  }
}
