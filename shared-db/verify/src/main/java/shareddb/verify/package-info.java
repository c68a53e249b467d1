/** The checklist of a track: each check with what it found and what to do. */
@NullMarked
package shareddb.verify;

import org.jspecify.annotations.NullMarked;
