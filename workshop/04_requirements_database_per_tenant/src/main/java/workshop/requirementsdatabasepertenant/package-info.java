/**
 * Requirements of many tenants, each in a database of its own, {@code workshop_04_…}, on one of
 * several servers: no table says whose it is, and each tenant has its own login.
 *
 * <p>Imports {@code shareddb.web}, {@code shareddb.serve}, {@code shareddb.names} and {@code
 * workshop.requirements}.
 */
@NullMarked
package workshop.requirementsdatabasepertenant;

import org.jspecify.annotations.NullMarked;
