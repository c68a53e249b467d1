/** Compares a schema with a scratch database to which its track was applied. */
@NullMarked
package shareddb.schema.drift;

import org.jspecify.annotations.NullMarked;
