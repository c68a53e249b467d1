package shareddb.serve;

import shareddb.base.settings.AdminKey;
import shareddb.tenants.lifecycle.Tenants;

/**
 * What a module with tenants gets from the process that serves it.
 *
 * @param databases the tenants' own databases; in the pattern with a schema for each tenant, unused
 * @param tenants adds, suspends and removes tenants, as the administrator of the database
 * @param adminKey the key that an administrator of tenants shows
 */
public record TenantResources(TenantDatabases databases, Tenants tenants, AdminKey adminKey) {}
