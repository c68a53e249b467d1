/**
 * A list of things to do, in the schema {@code "00_personal_todo"}: the module that others copy.
 *
 * <p>Imports {@code shareddb.web}, {@code shareddb.serve} and {@code shareddb.names}.
 */
@NullMarked
package workshop.personaltodo;

import org.jspecify.annotations.NullMarked;
