/**
 * Requirements of many projects in one schema, {@code "02_requirements_shared_schema"}: each row
 * has the id of its project, and two walls keep the projects apart.
 */
@NullMarked
package workshop.requirementssharedschema;

import org.jspecify.annotations.NullMarked;
