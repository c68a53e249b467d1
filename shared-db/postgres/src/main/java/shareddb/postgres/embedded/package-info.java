/**
 * The embedded Postgres: binaries from a jar, a data folder in the checkout, a server that outlives
 * its command.
 */
@NullMarked
package shareddb.postgres.embedded;

import org.jspecify.annotations.NullMarked;
