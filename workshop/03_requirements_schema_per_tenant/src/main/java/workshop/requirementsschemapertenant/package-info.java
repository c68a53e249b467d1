/**
 * Requirements of many tenants, each in a schema of its own, {@code "03_tenant_…"}: no table has a
 * column for the tenant, and each transaction takes the role of one tenant.
 */
@NullMarked
package workshop.requirementsschemapertenant;

import org.jspecify.annotations.NullMarked;
