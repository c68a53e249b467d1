/** Checks whether a module follows the convention of all modules. */
@NullMarked
package shareddb.verify.convention;

import org.jspecify.annotations.NullMarked;
