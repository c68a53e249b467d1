/**
 * Users, their sessions, and todos of one's own, in the schema {@code "01_user_auth_todo"}.
 *
 * <p>Imports {@code shareddb.web}, {@code shareddb.serve} and {@code shareddb.names}.
 */
@NullMarked
package workshop.userauthtodo;

import org.jspecify.annotations.NullMarked;
