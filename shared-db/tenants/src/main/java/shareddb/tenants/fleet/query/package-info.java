/** One statement on all targets of a fleet, and its rows as one result. */
@NullMarked
package shareddb.tenants.fleet.query;

import org.jspecify.annotations.NullMarked;
