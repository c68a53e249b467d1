/** Writes the next version of a track from a template, or from the differences in a live schema. */
@NullMarked
package shareddb.schema.autogenerate;

import org.jspecify.annotations.NullMarked;
