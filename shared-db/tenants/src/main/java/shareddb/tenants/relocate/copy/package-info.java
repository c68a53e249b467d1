/** Copies a tenant's rows, catches up with writes, and compares both sides. */
@NullMarked
package shareddb.tenants.relocate.copy;

import org.jspecify.annotations.NullMarked;
