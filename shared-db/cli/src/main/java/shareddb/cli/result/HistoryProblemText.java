package shareddb.cli.result;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.CountText;
import shareddb.cli.output.TimeText;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.history.HistoryRow;

/** The messages about differences between a history and its files, and the ways to resolve them. */
public record HistoryProblemText(SelectedTarget chosen, CommandContext context) {

  /** Fails if the schema has the history of another track, before a command drops it. */
  public static void refuseForeign(SelectedTarget chosen, CommandContext context)
      throws SQLException {
    Optional<HistoryProblem.OfAnotherTrack> foreign =
        CurrentState.of(chosen.track(), chosen.target()).foreign();
    if (foreign.isPresent()) {
      throw new HistoryProblemText(chosen, context).about(List.of(foreign.get()));
    }
  }

  /** Returns one failure with all problems; nothing was changed. */
  public CommandFailure about(List<HistoryProblem> problems) {
    String what =
        String.join("\n", problems.stream().map(this::what).toList()) + "\nnothing was changed";
    return CommandFailure.failed(
        what, String.join("\n", problems.stream().map(this::next).distinct().toList()));
  }

  /** Returns the failure for objects without a history; nothing was changed. */
  public CommandFailure about(UpgradeResult.NoHistory none) {
    List<String> objects = none.objects();
    int named = Math.min(objects.size(), 5);
    return CommandFailure.failed(
        chosen.schema()
            + " has no history, but "
            + CountText.of(objects.size(), "object")
            + ": "
            + String.join(", ", objects.subList(0, named))
            + (named < objects.size() ? ", ..." : "")
            + "\nso it is not known which migrations it has; nothing was changed",
        "%s     (records the version that it already is)\nor in another schema:  %s"
            .formatted(chosen.command("baseline"), chosen.elsewhere("upgrade")));
  }

  public String what(HistoryProblem problem) {
    return switch (problem) {
      case HistoryProblem.OfAnotherTrack foreign -> foreign.what(chosen.schema());
      case HistoryProblem.Edited(Migration migration, HistoryRow row) ->
          "an applied migration was edited: "
              + context.shown(migration.file())
              + "\n  version "
              + migration.version()
              + applied(row)
              + ", with checksum "
              + row.checksum().orElse(0)
              + "; the file now has "
              + migration.checksum();
      case HistoryProblem.Missing(Version version, HistoryRow row) ->
          "the file of an applied migration is gone: %s\n  version %s%s"
              .formatted(row.script(), version, applied(row));
      case HistoryProblem.OutOfOrder(Migration migration, Version current) ->
          ("a new migration is below what is applied: %s\n"
                  + "  version %s is pending, and %s is at %s already")
              .formatted(
                  context.shown(migration.file()), migration.version(), chosen.schema(), current);
      case HistoryProblem.HalfDone half -> halfDone(half);
      case HistoryProblem.RepeatableGone(HistoryRow row) ->
          "the file of a repeatable migration is gone: %s\n  \"%s\"%s"
              .formatted(row.script(), row.description(), applied(row));
      case HistoryProblem.RepeatableFailed(HistoryRow row) ->
          ("a repeatable migration outside of a transaction was stopped half-way: %s\n"
                  + "  in %s, at %s by %s")
              .formatted(
                  row.script(), chosen.schema(), TimeText.of(row.installedOn()), row.installedBy());
    };
  }

  public String next(HistoryProblem problem) {
    return switch (problem) {
      case HistoryProblem.OfAnotherTrack foreign ->
          foreign.next(chosen.track(), chosen.target().schema());
      case HistoryProblem.Edited edited ->
          "take the edit back, and write it into a new migration (V%s__….sql)%s"
              .formatted(newVersion(), orRepair());
      case HistoryProblem.Missing missing ->
          "bring the file back from version control" + orRepair();
      case HistoryProblem.OutOfOrder late ->
          "give the file a version above the newest one (V" + newVersion() + ")" + orReset();
      case HistoryProblem.HalfDone half -> outOf(half);
      case HistoryProblem.RepeatableGone gone ->
          "bring the file back from version control; one that drops what it made will do"
              + orReset();
      case HistoryProblem.RepeatableFailed failed ->
          "take back by hand what it did, and delete its row from %s%s"
              .formatted(chosen.target().historyTable(), orReset());
    };
  }

  private String halfDone(HistoryProblem.HalfDone half) {
    HistoryRow row = half.row();
    boolean edited = !row.undoes() && row.statementsDone() > 0 && !half.canBeFinished();
    return (row.undoes()
            ? "the undo script of a version was stopped half-way: "
            : "a migration outside of a transaction was stopped half-way: ")
        + row.script()
        + "\n  version "
        + half.version()
        + " of "
        + chosen.schema()
        + ", at "
        + TimeText.of(row.installedOn())
        + " by "
        + row.installedBy()
        + (row.isResumable() ? ", with " + done(row) + " done" : "")
        + (edited ? "; its file was edited since, or is gone" : "");
  }

  private static String done(HistoryRow row) {
    return CountText.of(row.statementsDone(), "statement");
  }

  private String outOf(HistoryProblem.HalfDone half) {
    String undo = chosen.command("downgrade") + "     (undoes it)";
    if (half.row().undoes()) {
      return undo + orReset();
    }
    if (half.canBeFinished()) {
      return chosen.command("upgrade") + "     (goes on with it)\n" + undo;
    }
    return "%s\nor take back by hand what it did, and delete its row from %s%s"
        .formatted(undo, chosen.target().historyTable(), orReset());
  }

  private String applied(HistoryRow row) {
    return " was applied to %s at %s by %s"
        .formatted(chosen.schema(), TimeText.of(row.installedOn()), row.installedBy());
  }

  private String newVersion() {
    List<Migration> migrations = chosen.track().read();
    return migrations.isEmpty()
        ? "1"
        : migrations
            .getLast()
            .version()
            .parts()
            .getFirst()
            .add(java.math.BigInteger.ONE)
            .toString();
  }

  private String orRepair() {
    return "\nor, where the history shall follow the files:  "
        + chosen.command("repair")
        + orReset();
  }

  private String orReset() {
    return "\nor, where the rows of this database may go:  " + chosen.command("reset");
  }
}
