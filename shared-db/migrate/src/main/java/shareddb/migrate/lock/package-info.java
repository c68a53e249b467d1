/** The lock of a target, and the sessions that hold what an operation waits for. */
@NullMarked
package shareddb.migrate.lock;

import org.jspecify.annotations.NullMarked;
