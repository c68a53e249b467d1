package shareddb.learn.check;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.Version;
import shareddb.learn.check.catalog.DifferenceText;
import shareddb.learn.exercise.CheckEntry;
import shareddb.learn.trial.KeptRows;
import shareddb.learn.trial.SchemaCopy;
import shareddb.learn.trial.Trial;
import shareddb.learn.trial.UpgradeLine;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.schema.catalog.Catalog;
import shareddb.schema.catalog.CatalogDifference;
import shareddb.schema.drift.CatalogComparison;

/** The undo scripts take back what the migrations did, and lose no row. */
record UndoCheck(CheckEntry.Undo undo) implements ExerciseCheck {

  @Override
  public CheckResult run(Trial trial) throws SQLException {
    Version to = Version.parse(undo.to());
    CheckResult result = AppliedStates.each(trial, copy -> at(trial, copy, to));
    trial.again();
    return result;
  }

  private CheckResult at(Trial trial, SchemaCopy copy, Version to) throws SQLException {
    DowngradeResult result =
        Downgrade.run(trial.track(), copy.target(), new DowngradeTo.TheVersion(to), Trial.LISTENER);
    if (!(result instanceof DowngradeResult.Downgraded)) {
      return failed(result);
    }
    if (undo.fingerprint().isPresent()) {
      Catalog found = copy.catalog();
      List<CatalogDifference> differences =
          CatalogComparison.of(trial.start(copy), found).differences();
      if (!differences.isEmpty()) {
        CatalogDifference first = DifferenceText.first(differences);
        return CheckResult.failed(
            "after it, " + DifferenceText.line(first),
            "The undo gives back what was before, no more and no less.");
      }
    }
    Optional<String> lost = undo.rows().isPresent() ? KeptRows.difference(copy) : Optional.empty();
    return lost.isPresent()
        ? CheckResult.failed(
            "after it, " + lost.get(),
            "Compare the rows before the migration with those after the undo.")
        : new CheckResult.Passed(
            "back at %s%s".formatted(to, undo.rows().isPresent() ? " with all rows" : ""));
  }

  private static CheckResult failed(DowngradeResult result) {
    return switch (result) {
      case DowngradeResult.NothingToUndo nothing ->
          CheckResult.failed("there was nothing to undo at version " + nothing.current());
      case DowngradeResult.Failed failed ->
          new CheckResult.Failed(
              failed.migration().undoScript() + ": " + failed.error().line(),
              failed.error().hint().or(failed.error()::detail));
      case DowngradeResult.NoUndoScript none ->
          CheckResult.failed("there is no " + none.missing().getFirst().undoScript());
      case DowngradeResult.Refused refused ->
          CheckResult.failed(UpgradeLine.problem(refused.problems().getFirst()));
      case DowngradeResult.UnknownVersion unknown ->
          CheckResult.failed("there is no version " + unknown.wanted());
      case DowngradeResult.TooManySteps many ->
          CheckResult.failed("only %d versions are applied".formatted(many.applied()));
      case DowngradeResult.BelowBaseline below ->
          CheckResult.failed("its history begins with a baseline at " + below.baseline());
      case DowngradeResult.Busy busy -> CheckResult.failed("another session works on this schema");
      case DowngradeResult.Blocked blocked ->
          CheckResult.failed("it waited for a lock that another session holds");
      case DowngradeResult.Unknown unknown ->
          CheckResult.failed("the connection was lost: " + unknown.error().line());
      case DowngradeResult.Downgraded done -> throw new IllegalStateException(done.toString());
    };
  }
}
