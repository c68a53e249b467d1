package shareddb.learn.check;

import java.sql.SQLException;
import java.util.List;
import shareddb.learn.trial.AppliedCopy;
import shareddb.learn.trial.SchemaCopy;
import shareddb.learn.trial.Trial;

/** Looks at each copy of the schema after the learner's migrations. */
final class AppliedStates {

  /** Looks at one copy. */
  @FunctionalInterface
  interface Look {
    CheckResult at(SchemaCopy copy) throws SQLException;
  }

  private AppliedStates() {}

  /** The first result that is not a pass, with the name of the copy, or else the first pass. */
  static CheckResult each(Trial trial, Look look) throws SQLException {
    List<AppliedCopy> applied = trial.applied();
    if (!applied.stream().allMatch(AppliedCopy::done)) {
      return new AppliesCheck().run(trial);
    }
    CheckResult first = new CheckResult.Passed("");
    for (AppliedCopy copy : applied) {
      CheckResult result = look.at(copy.copy());
      if (result instanceof CheckResult.Failed failed) {
        return new CheckResult.Failed(failed.line() + copy.copy().where(), failed.help());
      }
      first = copy.equals(applied.getFirst()) ? result : first;
    }
    return applied.size() > 1 && first instanceof CheckResult.Passed(String line)
        ? new CheckResult.Passed(line + onAll(applied))
        : first;
  }

  private static String onAll(List<AppliedCopy> applied) {
    List<String> names = applied.stream().map(a -> a.copy().name()).toList();
    return names.equals(List.of("1", "2"))
        ? ", on both seeds"
        : ", in " + String.join(" and ", names);
  }
}
