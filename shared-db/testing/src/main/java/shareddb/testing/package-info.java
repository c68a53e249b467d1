/**
 * What a module's tests need: one real Postgres for all of them, and a fresh database, migrated
 * already, for each test class.
 *
 * <p>Imports {@code migrate}, {@code track}, {@code server}, {@code settings}, {@code names}.
 */
@NullMarked
package shareddb.testing;

import org.jspecify.annotations.NullMarked;
