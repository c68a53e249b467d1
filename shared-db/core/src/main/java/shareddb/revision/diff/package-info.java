/**
 * Two schemas as items that statements can be written for, and the statements that make one of the
 * other.
 *
 * <p>Imports {@code names}.
 */
@NullMarked
package shareddb.revision.diff;

import org.jspecify.annotations.NullMarked;
