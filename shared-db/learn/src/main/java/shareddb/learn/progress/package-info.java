/** A learner's progress: which exercises are passed, and how the last run of each check ended. */
@NullMarked
package shareddb.learn.progress;

import org.jspecify.annotations.NullMarked;
