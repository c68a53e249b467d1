/** The checklist of a track: each check with its outcome and the next command. */
@NullMarked
package shareddb.verify;

import org.jspecify.annotations.NullMarked;
