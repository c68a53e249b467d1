/** The kinds of checks, and the run of an exercise's checks in their order. */
@NullMarked
package shareddb.learn.check;

import org.jspecify.annotations.NullMarked;
