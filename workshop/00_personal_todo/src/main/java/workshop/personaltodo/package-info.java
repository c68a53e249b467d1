/** Todos in the schema {@code "00_personal_todo"}: the module to copy for one of your own. */
@NullMarked
package workshop.personaltodo;

import org.jspecify.annotations.NullMarked;
