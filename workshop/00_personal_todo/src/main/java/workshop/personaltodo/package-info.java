/**
 * A list of things to do, in the schema {@code "00_personal_todo"}: plain Javalin over plain jOOQ.
 * {@link workshop.personaltodo.Main} puts it together; copy this module to begin one of your own.
 */
@NullMarked
package workshop.personaltodo;

import org.jspecify.annotations.NullMarked;
