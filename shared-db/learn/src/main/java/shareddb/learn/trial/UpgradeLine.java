package shareddb.learn.trial;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import shareddb.base.track.ScriptText;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.script.StatementError;

/** The result of an upgrade in one line, for a learner. */
public record UpgradeLine(UpgradeResult result) {

  private static final Pattern UNQUOTED = Pattern.compile("(?<!\")\\$\\{flyway:defaultSchema}");

  /** What happened. */
  public String text() {
    return switch (result) {
      case UpgradeResult.UpToDate(Version current) -> "nothing was pending at version " + current;
      case UpgradeResult.Upgraded(Version from, Version to, List<?> steps) -> from + " → " + to;
      case UpgradeResult.Unknown unknown -> "the connection was lost: " + unknown.error().line();
      case UpgradeResult.AlreadyBeyond(Version current, Version wanted) ->
          "the schema is at %s already, and %s is wanted".formatted(current, wanted);
      case UpgradeResult.UnknownVersion(Version wanted, List<Version> known) ->
          "there is no version %s; the newest is %s"
              .formatted(wanted, known.isEmpty() ? "none" : known.getLast());
      case UpgradeResult.Busy busy -> "another session works on this schema";
      case UpgradeResult.Blocked blocked ->
          name(blocked.migration()) + "waited for a lock that another session holds";
      case UpgradeResult.ContractWaits waits -> waits.waiting().why();
      case UpgradeResult.NoHistory none -> "the schema has objects and no history";
      case UpgradeResult.Refused refused -> problem(refused.problems().getFirst());
      case UpgradeResult.Failed failed ->
          name(failed.migration())
              + failed
                  .error()
                  .map(StatementError::line)
                  .orElseGet(() -> firstLine(failed.report()));
    };
  }

  /** A step towards the answer: a common mistake, or the detail or hint of Postgres. */
  public Optional<String> help() {
    return result instanceof UpgradeResult.Failed failed
        ? failed
            .migration()
            .filter(script -> UNQUOTED.matcher(ScriptText.of(script.file()).raw()).find())
            .map(script -> "The schema stands in quotes: \"${flyway:defaultSchema}\".name")
            .or(() -> failed.error().flatMap(error -> error.hint().or(error::detail)))
        : Optional.empty();
  }

  /** A reason why history and files do not fit together. */
  public static String problem(HistoryProblem problem) {
    return switch (problem) {
      case HistoryProblem.Edited edited ->
          "%s was edited after it was applied: its checksum is %d, and the history has %d"
              .formatted(
                  edited.migration().script(),
                  edited.migration().checksum(),
                  edited.row().checksum().orElse(0));
      case HistoryProblem.Missing missing ->
          "the file of version %s, which is applied, is gone: %s"
              .formatted(missing.version(), missing.row().script());
      case HistoryProblem.OutOfOrder late ->
          "%s is new, and version %s is applied already"
              .formatted(late.migration().script(), late.current());
      case HistoryProblem.HalfDone half -> half.row().script() + " stopped half-way";
      case HistoryProblem.OfAnotherTrack other ->
          "the history has other migrations: " + other.scripts();
      case HistoryProblem.OfRepeatable repeatable ->
          repeatable.row().script() + " does not fit to the history";
    };
  }

  private static String name(Optional<UpgradeScript> migration) {
    return migration.map(script -> script.script() + ": ").orElse("");
  }

  private static String firstLine(String report) {
    return report.strip().lines().findFirst().orElse("failed");
  }
}
