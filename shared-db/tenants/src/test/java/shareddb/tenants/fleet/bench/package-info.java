/**
 * How fast a fleet is, against Flyway's own loop, Alembic, and the same SQL with nothing around.
 */
@NullMarked
package shareddb.tenants.fleet.bench;

import org.jspecify.annotations.NullMarked;
