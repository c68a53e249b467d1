/** Passwords: which ones are good enough, and how they are hashed. No database. */
@NullMarked
package workshop.userauthtodo.password;

import org.jspecify.annotations.NullMarked;
