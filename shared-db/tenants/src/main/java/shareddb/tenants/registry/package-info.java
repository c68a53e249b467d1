/** The registry of a module's tenants: its table, its rows and its lock. */
@NullMarked
package shareddb.tenants.registry;

import org.jspecify.annotations.NullMarked;
