/** SQL is read as Postgres reads it. */
@NullMarked
package shareddb.base.sql;

import org.jspecify.annotations.NullMarked;
