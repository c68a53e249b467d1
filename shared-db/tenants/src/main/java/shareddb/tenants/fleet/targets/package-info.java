/** One target of a fleet: where it stands, where it is to go, how that ended. */
@NullMarked
package shareddb.tenants.fleet.targets;

import org.jspecify.annotations.NullMarked;
