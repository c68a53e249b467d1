/** Lessons that are run, exercises that are checked, and the class that works on them. */
@NullMarked
package shareddb.learn;

import org.jspecify.annotations.NullMarked;
