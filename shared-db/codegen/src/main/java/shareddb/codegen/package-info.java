/**
 * jOOQ classes from a module's migrations, made while it is built: Flyway applies them to a
 * throw-away Postgres, and jOOQ reads the outcome.
 */
@NullMarked
package shareddb.codegen;

import org.jspecify.annotations.NullMarked;
