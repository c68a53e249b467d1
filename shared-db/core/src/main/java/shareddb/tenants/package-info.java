/**
 * The tenants of a module, each in a schema of its own: who they are stands in the registry, a
 * table of the module's shared schema; they are made, suspended and removed here, for the command
 * line and for a module's own API alike.
 *
 * <p>Imports {@code fleet}, {@code journal}, {@code snapshot}, {@code migrate}, {@code track},
 * {@code server}, {@code settings}, {@code names}.
 */
@NullMarked
package shareddb.tenants;

import org.jspecify.annotations.NullMarked;
