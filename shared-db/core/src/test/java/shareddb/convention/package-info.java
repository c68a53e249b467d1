/** Each part of the convention is broken once. */
@NullMarked
package shareddb.convention;

import org.jspecify.annotations.NullMarked;
