/** Finds dangerous SQL in a track before it is applied. */
@NullMarked
package shareddb.schema.lint;

import org.jspecify.annotations.NullMarked;
