/** Changes a history so that it fits the files again, as Flyway's repair does. */
@NullMarked
package shareddb.migrate.repair;

import org.jspecify.annotations.NullMarked;
