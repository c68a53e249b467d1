/** The checks that look at tenants. */
@NullMarked
package shareddb.verify.tenants;

import org.jspecify.annotations.NullMarked;
