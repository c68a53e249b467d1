/**
 * Todos in the schema {@code "06_zero_downtime_todo"}, served by two versions of the API at once.
 */
@NullMarked
package workshop.zerodowntimetodo;

import org.jspecify.annotations.NullMarked;
