/**
 * What was done to which target by whom: kept in the tool's own schema, which a track of its own
 * makes.
 *
 * <p>Imports {@code migrate}, {@code track}, {@code settings}, {@code names}.
 */
@NullMarked
package shareddb.journal;

import org.jspecify.annotations.NullMarked;
