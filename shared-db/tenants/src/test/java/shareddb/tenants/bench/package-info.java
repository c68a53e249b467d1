/** What each pattern of keeping tenants costs, with the workshop's own modules. */
@NullMarked
package shareddb.tenants.bench;

import org.jspecify.annotations.NullMarked;
