/**
 * For {@code ./db move}, which takes a tenant to another pattern and back. A reader of the pattern
 * can skip this package.
 */
@NullMarked
package workshop.requirementsschemapertenant.relocation;

import org.jspecify.annotations.NullMarked;
