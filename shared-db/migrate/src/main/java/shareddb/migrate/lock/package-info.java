/** The lock of a target, and the sessions that block an operation. */
@NullMarked
package shareddb.migrate.lock;

import org.jspecify.annotations.NullMarked;
