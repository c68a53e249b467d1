/** Runs the examples of the page about lint on a real PostgreSQL, which judges them. */
@NullMarked
package shareddb.schema.lint.examples;

import org.jspecify.annotations.NullMarked;
