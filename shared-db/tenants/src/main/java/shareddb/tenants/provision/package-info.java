/** Makes a tenant: the registry's row, the schema or database, the role, the key. */
@NullMarked
package shareddb.tenants.provision;

import org.jspecify.annotations.NullMarked;
