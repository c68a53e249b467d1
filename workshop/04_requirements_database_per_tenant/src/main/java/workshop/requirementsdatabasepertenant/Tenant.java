package workshop.requirementsdatabasepertenant;

import shareddb.names.DatabaseName;
import shareddb.names.SchemaName;
import shareddb.names.ServerName;
import shareddb.web.TenantDatabases.Place;

/** A tenant that may be served: where it is. */
record Tenant(String name, Place place) {

  static Tenant of(TenantRow row) {
    return new Tenant(
        row.name(),
        new Place(
            new ServerName(row.server()),
            new DatabaseName(row.database()),
            new SchemaName(row.schema())));
  }
}
