/**
 * The administration of tenants over HTTP, for every module that has some: routes that make,
 * suspend and remove tenants, and metrics. The work itself is done by the room {@code tenants}.
 */
@NullMarked
package shareddb.administration;

import org.jspecify.annotations.NullMarked;
