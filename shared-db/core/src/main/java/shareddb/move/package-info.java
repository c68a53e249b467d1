/**
 * Moves a tenant from one pattern to another, while it is used: its rows are copied and mended
 * until few differ, then who writes is kept out for a moment, both sides are compared, and one
 * transaction says who serves it from now on.
 *
 * <p>Imports {@code tenants}, {@code journal}, {@code migrate}, {@code track}, {@code settings},
 * {@code names}.
 */
@NullMarked
package shareddb.move;

import org.jspecify.annotations.NullMarked;
