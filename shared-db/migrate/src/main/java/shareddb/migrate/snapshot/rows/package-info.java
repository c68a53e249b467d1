/** Copies rows, sequences and materialized views between a schema and files. */
@NullMarked
package shareddb.migrate.snapshot.rows;

import org.jspecify.annotations.NullMarked;
