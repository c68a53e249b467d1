/** Takes a tenant from one pattern to another while it is used. */
@NullMarked
package shareddb.tenants.relocate;

import org.jspecify.annotations.NullMarked;
