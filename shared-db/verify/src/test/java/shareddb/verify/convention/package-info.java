/** Each part of the convention is broken once. */
@NullMarked
package shareddb.verify.convention;

import org.jspecify.annotations.NullMarked;
