/**
 * Requirements of many projects in one schema, {@code "02_requirements_shared_schema"}: each row
 * says which project it is of, and row-level security shows no other.
 *
 * <p>Imports {@code shareddb.web}, {@code shareddb.serve}, {@code shareddb.names} and {@code
 * workshop.requirements}.
 */
@NullMarked
package workshop.requirementssharedschema;

import org.jspecify.annotations.NullMarked;
