/**
 * What holds of every module whose projects are tenants, however it keeps them apart: a module's
 * test extends these and says how it makes a tenant.
 */
@NullMarked
package workshop.requirements.suite.tenants;

import org.jspecify.annotations.NullMarked;
