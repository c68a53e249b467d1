/**
 * For {@code ./db move}, which takes a project to a schema or a database of its own and back. A
 * reader of the pattern can skip this package.
 */
@NullMarked
package workshop.requirementssharedschema.relocation;

import org.jspecify.annotations.NullMarked;
