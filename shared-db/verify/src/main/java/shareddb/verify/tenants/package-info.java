/** The checks of all tenants of a module. */
@NullMarked
package shareddb.verify.tenants;

import org.jspecify.annotations.NullMarked;
