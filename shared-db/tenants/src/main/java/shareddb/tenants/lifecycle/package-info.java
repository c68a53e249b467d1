/**
 * What happens to a tenant after it is made: suspend, resume, rotate the key, remove; and batches
 * of new ones.
 */
@NullMarked
package shareddb.tenants.lifecycle;

import org.jspecify.annotations.NullMarked;
