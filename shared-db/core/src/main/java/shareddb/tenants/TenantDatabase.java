package shareddb.tenants;

import shareddb.names.DatabaseName;
import shareddb.names.ServerName;

/** Where a tenant is that has a database of its own. */
public record TenantDatabase(ServerName server, DatabaseName name) {}
