/**
 * The workshop's Postgres server: which kind it is, how it starts and stops, and how to connect.
 */
@NullMarked
package shareddb.postgres;

import org.jspecify.annotations.NullMarked;
