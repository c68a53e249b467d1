/** A new module is whole, or there is none. */
@NullMarked
package shareddb.cli.blueprint;

import org.jspecify.annotations.NullMarked;
