/** Sessions: which user sends a request, and which rows this user sees. */
@NullMarked
package workshop.userauthtodo.session;

import org.jspecify.annotations.NullMarked;
