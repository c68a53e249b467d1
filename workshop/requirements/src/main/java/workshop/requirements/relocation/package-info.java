/**
 * For {@code ./db move}, which takes a project from one pattern to another: the lock by which it
 * blocks writing requests meanwhile. A reader of the three patterns can skip this package.
 */
@NullMarked
package workshop.requirements.relocation;

import org.jspecify.annotations.NullMarked;
