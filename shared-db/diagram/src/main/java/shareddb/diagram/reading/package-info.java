/** Reads the diagram of a schema from Postgres's catalog, and compares two of them. */
@NullMarked
package shareddb.diagram.reading;

import org.jspecify.annotations.NullMarked;
