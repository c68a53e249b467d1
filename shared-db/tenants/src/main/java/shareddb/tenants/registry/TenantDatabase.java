package shareddb.tenants.registry;

import shareddb.base.names.DatabaseName;
import shareddb.base.names.ServerName;

/** Where a tenant is that has a database of its own. */
public record TenantDatabase(ServerName server, DatabaseName name) {}
