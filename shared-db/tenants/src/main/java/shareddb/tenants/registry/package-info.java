/** The table that lists a module's tenants, and what is read from it. */
@NullMarked
package shareddb.tenants.registry;

import org.jspecify.annotations.NullMarked;
