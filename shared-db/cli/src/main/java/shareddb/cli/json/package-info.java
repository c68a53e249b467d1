/**
 * What programs read instead of people.
 *
 * <p>Imports nothing of this project.
 */
@NullMarked
package shareddb.cli.json;

import org.jspecify.annotations.NullMarked;
