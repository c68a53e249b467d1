/**
 * What there is to apply: the modules' folders, the tracks in them, and each track's migrations.
 *
 * <p>Reads files and nothing else. Imports {@code names}.
 */
@NullMarked
package shareddb.track;

import org.jspecify.annotations.NullMarked;
