/** Copies a tenant's rows, repeats it for changed blocks, and compares both sides. */
@NullMarked
package shareddb.tenants.relocate.copy;

import org.jspecify.annotations.NullMarked;
