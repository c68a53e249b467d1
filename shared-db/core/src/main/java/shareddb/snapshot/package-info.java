/**
 * All rows of a schema kept in files, and brought back: snapshot, restore, and the reset that takes
 * one by itself.
 *
 * <p>Imports {@code migrate}, {@code track}, {@code settings}, {@code names}.
 */
@NullMarked
package shareddb.snapshot;

import org.jspecify.annotations.NullMarked;
