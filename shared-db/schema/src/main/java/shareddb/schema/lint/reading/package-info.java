/** Reads the files, the tables and the Java uses of a track for the lint rules. */
@NullMarked
package shareddb.schema.lint.reading;

import org.jspecify.annotations.NullMarked;
