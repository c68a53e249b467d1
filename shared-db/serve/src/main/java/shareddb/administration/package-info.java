/**
 * What every module that has tenants serves for those who run it: routes to make tenants, suspend
 * them and remove them, and metrics of how they do. What is done, {@code tenants} does.
 */
@NullMarked
package shareddb.administration;

import org.jspecify.annotations.NullMarked;
