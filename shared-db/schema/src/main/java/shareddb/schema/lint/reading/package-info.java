/** What the lint rules know of a track: its files, its tables, and the Java code that uses them. */
@NullMarked
package shareddb.schema.lint.reading;

import org.jspecify.annotations.NullMarked;
