/**
 * One value type for each kind of name, and the one place where names are quoted.
 *
 * <p>Imports nothing of this project.
 */
@NullMarked
package shareddb.names;

import org.jspecify.annotations.NullMarked;
