/** Builds the schemas of an exercise, applies a learner's files to them, and reads the results. */
@NullMarked
package shareddb.learn.trial;

import org.jspecify.annotations.NullMarked;
