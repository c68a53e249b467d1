/** SQL is read as Postgres reads it. */
@NullMarked
package shareddb.sql;

import org.jspecify.annotations.NullMarked;
