/** A new module is whole, or there is none. */
@NullMarked
package shareddb.blueprint;

import org.jspecify.annotations.NullMarked;
