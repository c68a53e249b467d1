/** Relocates a tenant from one pattern to another while its API is used. */
@NullMarked
package shareddb.tenants.relocate;

import org.jspecify.annotations.NullMarked;
