/** Reads the state of all targets with a few queries: status and drift. */
@NullMarked
package shareddb.tenants.fleet.survey;

import org.jspecify.annotations.NullMarked;
