/** Exercises as they lie in a module's folder: their texts, files and checks, for one learner. */
@NullMarked
package shareddb.learn.exercise;

import org.jspecify.annotations.NullMarked;
