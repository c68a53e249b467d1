/**
 * Tracks: the modules' folders, the migrations and undo scripts in them, and the target that a
 * track is applied to.
 */
@NullMarked
package shareddb.base.track;

import org.jspecify.annotations.NullMarked;
