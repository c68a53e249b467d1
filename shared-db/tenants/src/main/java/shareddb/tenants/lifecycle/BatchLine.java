package shareddb.tenants.lifecycle;

import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.provision.TenantRequest;

/**
 * A line of a batch, and its result.
 *
 * @param number the line number in the file; the header is line 1
 */
public record BatchLine(long number, TenantRequest wish, AddTenantResult result) {}
