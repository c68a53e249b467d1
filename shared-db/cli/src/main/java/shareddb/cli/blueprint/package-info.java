/** The files of a new module, and their registration in the build. */
@NullMarked
package shareddb.cli.blueprint;

import org.jspecify.annotations.NullMarked;
