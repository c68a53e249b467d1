/**
 * Requirements of many tenants, each in a schema of its own, {@code "03_tenant_…"}: no table says
 * whose it is, and a transaction takes the role of one tenant.
 *
 * <p>Imports {@code shareddb.web}, {@code shareddb.serve}, {@code shareddb.names} and {@code
 * workshop.requirements}.
 */
@NullMarked
package workshop.requirementsschemapertenant;

import org.jspecify.annotations.NullMarked;
