package shareddb.tenants.lifecycle;

import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.provision.TenantRequest;

/**
 * A line of a batch, and what became of it.
 *
 * @param number in the file, where the header is the first
 */
public record BatchLine(long number, TenantRequest wish, AddTenantResult result) {}
