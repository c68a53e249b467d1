/**
 * Requirements of many tenants, each in a database of its own, {@code workshop_04_…}, on one of
 * several servers: no table has a column for the tenant, and each tenant has a login of its own.
 */
@NullMarked
package workshop.requirementsdatabasepertenant;

import org.jspecify.annotations.NullMarked;
