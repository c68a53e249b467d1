package shareddb.tenants.registry;

import shareddb.base.names.DatabaseName;
import shareddb.base.names.ServerName;

/** The server and the name of a tenant's own database. */
public record TenantDatabase(ServerName server, DatabaseName name) {}
