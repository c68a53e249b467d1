/**
 * Users, their sessions, and each user's todos, in the schema {@code "01_user_auth_todo"}. Here the
 * parts are put together; each subject has a package: {@code account}, {@code session}, {@code
 * todo}, {@code limit} and {@code password}.
 */
@NullMarked
package workshop.userauthtodo;

import org.jspecify.annotations.NullMarked;
