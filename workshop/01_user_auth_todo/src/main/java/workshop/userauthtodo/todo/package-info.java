/** The todos of each user. */
@NullMarked
package workshop.userauthtodo.todo;

import org.jspecify.annotations.NullMarked;
