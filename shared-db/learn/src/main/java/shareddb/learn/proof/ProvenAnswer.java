package shareddb.learn.proof;

import java.util.Optional;
import shareddb.learn.check.ExerciseReport;

/**
 * One answer to an exercise that was checked: the untouched start, the goal or a wrong one.
 *
 * @param name {@code start}, {@code goal} or {@code wrong/NAME}
 * @param problem why the outcome is not the one that the exercise says
 */
public record ProvenAnswer(String name, ExerciseReport report, Optional<String> problem) {}
