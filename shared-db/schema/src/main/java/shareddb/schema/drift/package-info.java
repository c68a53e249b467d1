/** Compares a schema with what its track makes of an empty one. */
@NullMarked
package shareddb.schema.drift;

import org.jspecify.annotations.NullMarked;
