/**
 * What many tenants go through when the server is killed, rows are bad, a lock is in the way or two
 * runs happen at once: large and by hand with {@code shared-db/launch/fleet-trial.sh}, small in
 * every build.
 */
@NullMarked
package shareddb.tenants.fleet.trial;

import org.jspecify.annotations.NullMarked;
