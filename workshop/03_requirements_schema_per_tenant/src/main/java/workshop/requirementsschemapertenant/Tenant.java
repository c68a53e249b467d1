package workshop.requirementsschemapertenant;

import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;
import workshop.requirementsschemapertenant.db.shared.tables.records.TenantFoundRecord;

/** A tenant that is served, and where its rows are. */
record Tenant(String name, SchemaName schema) {

  static Tenant of(TenantFoundRecord row) {
    return new Tenant(row.getTenantName(), new SchemaName(row.getSchemaName()));
  }

  /** A role without a login, which a transaction of the API takes. */
  RoleName role() {
    return RoleName.apiOf(schema);
  }
}
