package shareddb.learn.classroom;

import java.nio.file.Path;
import java.util.List;
import shareddb.base.names.LearnerName;

/** The result of importing a folder of learners' exports. */
public sealed interface ImportResult {

  /** What is wrong with one file. */
  record Problem(Path file, String what) {}

  /** All files are in the class now. */
  record Imported(List<LearnerName> learners) implements ImportResult {}

  /** At least one file is wrong. Nothing was changed. */
  record Refused(List<Problem> problems) implements ImportResult {}
}
