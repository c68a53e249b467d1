/** Finds the version of a track that a schema without a history already is. */
@NullMarked
package shareddb.schema.baseline;

import org.jspecify.annotations.NullMarked;
