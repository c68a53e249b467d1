/**
 * Checks of requests: parameters against the route's documentation, bodies against their record.
 */
@NullMarked
package shareddb.web.check;

import org.jspecify.annotations.NullMarked;
