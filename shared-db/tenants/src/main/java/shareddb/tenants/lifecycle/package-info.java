/**
 * Changes tenants after they are made: suspends, resumes and removes them, rotates keys, and adds
 * tenants in batches.
 */
@NullMarked
package shareddb.tenants.lifecycle;

import org.jspecify.annotations.NullMarked;
