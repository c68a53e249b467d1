/**
 * Every target that a database holds, found by its histories: which track it follows, where it
 * stands, and how big it is.
 *
 * <p>Imports {@code migrate}, {@code track}, {@code settings}, {@code names}.
 */
@NullMarked
package shareddb.overview;

import org.jspecify.annotations.NullMarked;
