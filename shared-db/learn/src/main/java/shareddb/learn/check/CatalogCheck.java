package shareddb.learn.check;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import shareddb.learn.check.catalog.CatalogView;
import shareddb.learn.check.catalog.DifferenceText;
import shareddb.learn.exercise.CheckEntry;
import shareddb.learn.trial.GoalCatalog;
import shareddb.learn.trial.Trial;
import shareddb.schema.catalog.Catalog;
import shareddb.schema.catalog.CatalogDifference;
import shareddb.schema.drift.CatalogComparison;

/** The schema is what the goal makes: as a whole, or in the parts that count. */
record CatalogCheck(CheckEntry.CatalogIs options, Path cache) implements ExerciseCheck {

  @Override
  public CheckResult run(Trial trial) throws SQLException {
    CatalogView view = new CatalogView(options);
    return AppliedStates.each(
        trial, copy -> compared(view, view.of(GoalCatalog.of(trial, cache)), copy.catalog()));
  }

  private static CheckResult compared(CatalogView view, Catalog goal, Catalog found) {
    List<CatalogDifference> differences = CatalogComparison.of(goal, view.of(found)).differences();
    if (differences.isEmpty()) {
      return new CheckResult.Passed("as wanted");
    }
    CatalogDifference first = DifferenceText.first(differences);
    return CheckResult.failed(DifferenceText.line(first), DifferenceText.help(first));
  }
}
