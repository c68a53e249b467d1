/**
 * What a module's tests need: one real Postgres for all of them, and a fresh database, migrated
 * already, for each test class.
 */
@NullMarked
package shareddb.testing;

import org.jspecify.annotations.NullMarked;
