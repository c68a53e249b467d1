package shareddb.tenants.fleet.targets;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.script.StatementError;

/** The reason why a target could not be upgraded or downgraded, on one line. */
public final class FailureReason {

  private FailureReason() {}

  public static String of(SQLException error) {
    return StatementError.of(error).line();
  }

  public static String of(List<HistoryProblem> problems) {
    return problems.stream().map(FailureReason::of).collect(Collectors.joining("; "));
  }

  private static String of(HistoryProblem problem) {
    return switch (problem) {
      case HistoryProblem.OfAnotherTrack foreign ->
          foreign
              .owner()
              .map(owner -> "the schema belongs to " + owner.label())
              .orElse("no track of this checkout has " + foreign.scripts());
      case HistoryProblem.Edited edited ->
          edited.migration().script() + " was edited after it had been applied";
      case HistoryProblem.Missing missing ->
          "version " + missing.version() + " is applied, and its file is gone";
      case HistoryProblem.OutOfOrder late ->
          late.migration().script() + " is below version " + late.current() + ", which is applied";
      case HistoryProblem.HalfDone half -> "version " + half.version() + " was stopped half-way";
      case HistoryProblem.RepeatableGone gone ->
          gone.row().script() + " is applied, and its file is gone";
      case HistoryProblem.RepeatableFailed failed ->
          failed.row().script() + " was stopped half-way";
    };
  }
}
