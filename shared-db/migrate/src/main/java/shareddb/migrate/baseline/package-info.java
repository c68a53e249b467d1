/** Gives a history to a schema that already has what a track makes. */
@NullMarked
package shareddb.migrate.baseline;

import org.jspecify.annotations.NullMarked;
