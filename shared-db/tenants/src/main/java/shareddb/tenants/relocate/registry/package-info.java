/** The registry's rows of a tenant that is being relocated. */
@NullMarked
package shareddb.tenants.relocate.registry;

import org.jspecify.annotations.NullMarked;
