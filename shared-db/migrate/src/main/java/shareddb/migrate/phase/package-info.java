/** A change in phases: expand, fill the rows, prove it, contract. */
@NullMarked
package shareddb.migrate.phase;

import org.jspecify.annotations.NullMarked;
