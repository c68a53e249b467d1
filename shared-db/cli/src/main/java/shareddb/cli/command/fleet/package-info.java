/** The commands for many tenants at once: upgrade, downgrade, status, drift, runs. */
@NullMarked
package shareddb.cli.command.fleet;

import org.jspecify.annotations.NullMarked;
