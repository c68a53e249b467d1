package workshop.requirementsdatabasepertenant;

import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.names.ServerName;
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
