/** The routes of requirements, groups and members, as plain Javalin handlers. */
@NullMarked
package workshop.requirements.api;

import org.jspecify.annotations.NullMarked;
