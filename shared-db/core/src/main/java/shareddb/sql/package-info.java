/**
 * SQL as Postgres reads it, without asking Postgres: its pieces, its statements, the names in them.
 *
 * <p>Imports nothing of this project.
 */
@NullMarked
package shareddb.sql;

import org.jspecify.annotations.NullMarked;
