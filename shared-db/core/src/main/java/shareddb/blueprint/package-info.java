/**
 * New modules: a complete one, made from the files of a blueprint (the resources beside this
 * package), and written into the build.
 *
 * <p>Imports {@code track}, {@code names}.
 */
@NullMarked
package shareddb.blueprint;

import org.jspecify.annotations.NullMarked;
