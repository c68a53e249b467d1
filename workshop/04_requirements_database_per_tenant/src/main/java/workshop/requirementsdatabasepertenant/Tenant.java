package workshop.requirementsdatabasepertenant;

import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.names.ServerName;
import shareddb.serve.TenantDatabases.Place;
import workshop.requirementsdatabasepertenant.db.shared.tables.records.TenantFoundRecord;

/** A tenant that is served, and where its rows are. */
record Tenant(String name, Place place) {

  static Tenant of(TenantFoundRecord row) {
    return new Tenant(
        row.getTenantName(),
        new Place(
            new ServerName(row.getServerName()),
            new DatabaseName(row.getDatabaseName()),
            new SchemaName(row.getSchemaName())));
  }

  SchemaName schema() {
    return place.schema();
  }
}
