package shareddb.learn.proof;

import java.util.Optional;
import shareddb.learn.check.CheckReport;

/**
 * One answer to an exercise that was checked: the untouched start, the goal or a wrong one.
 *
 * @param name {@code start}, {@code goal} or {@code wrong/NAME}
 * @param problem why the outcome is not the one that the exercise says
 */
public record ProvenAnswer(String name, CheckReport report, Optional<String> problem) {}
