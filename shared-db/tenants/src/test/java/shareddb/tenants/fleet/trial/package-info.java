/**
 * What many tenants go through when somebody pulls the plug, has bad data, is in the way or does
 * the same at once: large and by hand with {@code shared-db/launch/fleet-trial.sh}, small in every
 * build.
 */
@NullMarked
package shareddb.tenants.fleet.trial;

import org.jspecify.annotations.NullMarked;
