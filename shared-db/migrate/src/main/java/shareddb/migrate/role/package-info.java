/** The login role of a module's API, and its rights. */
@NullMarked
package shareddb.migrate.role;

import org.jspecify.annotations.NullMarked;
