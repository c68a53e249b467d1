/** tenants: upgrade, downgrade, status, drift, runs. */
@NullMarked
package shareddb.cli.command.fleet;

import org.jspecify.annotations.NullMarked;
