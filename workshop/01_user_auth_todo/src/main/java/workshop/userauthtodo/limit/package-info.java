/** How often a password may be tried, counted in the database. */
@NullMarked
package workshop.userauthtodo.limit;

import org.jspecify.annotations.NullMarked;
