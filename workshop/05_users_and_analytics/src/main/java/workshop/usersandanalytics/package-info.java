/**
 * Users in one database, figures about them in another, and what happens in between: the schema
 * {@code "05_users_and_analytics"} of each.
 */
@NullMarked
package workshop.usersandanalytics;

import org.jspecify.annotations.NullMarked;
