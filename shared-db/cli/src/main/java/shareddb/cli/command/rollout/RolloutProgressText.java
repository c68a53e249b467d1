package shareddb.cli.command.rollout;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.CountText;
import shareddb.cli.output.TimeText;
import shareddb.cli.result.BlockerText;
import shareddb.cli.result.SnapshotText;
import shareddb.cli.result.TerminalListener;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.record.OperationRecorder;
import shareddb.migrate.rollout.PhasedChange;
import shareddb.migrate.rollout.RolloutListener;
import shareddb.migrate.rollout.RolloutPhase;
import shareddb.migrate.snapshot.Snapshot;
import shareddb.migrate.snapshot.SnapshotReason;
import shareddb.migrate.snapshot.SnapshotResult;
import shareddb.migrate.snapshot.TakeSnapshot;

/** Shows how far a rollout has come, and keeps the rows before a phase that drops columns. */
final class RolloutProgressText implements RolloutListener {

  private final TerminalListener terminal;
  private final SelectedTarget chosen;
  private final CommandContext context;
  private final boolean prints;
  private final long start = System.nanoTime();
  private Optional<Snapshot> kept = Optional.empty();

  RolloutProgressText(
      TerminalListener terminal, SelectedTarget chosen, CommandContext context, boolean prints) {
    this.terminal = terminal;
    this.chosen = chosen;
    this.context = context;
    this.prints = prints;
  }

  /** The snapshot that was taken before columns were dropped. */
  Optional<Snapshot> kept() {
    return kept;
  }

  @Override
  public void ended(RolloutPhase phase, Duration took) {
    if (prints) {
      context
          .terminal()
          .print(
              "%s %-8s  %s"
                  .formatted(context.terminal().tick(), phase.word(), TimeText.took(took)));
    }
  }

  @Override
  public void filled(String table, long seen, long all, int batch) {
    double seconds = (System.nanoTime() - start) / 1e9;
    long rate = Math.round(seen / Math.max(seconds, 0.001));
    String left =
        all > seen && rate > 0
            ? " of about " + CountText.of(all, "row") + ", " + (all - seen) / rate + " s left"
            : "";
    terminal.says("%s: %,d rows%s, %,d a second".formatted(table, seen, left, rate));
  }

  @Override
  public void opened(PhasedChange change) {
    if (prints) {
      context
          .terminal()
          .print(
              "  the new version may start: search_path = %s, %s"
                  .formatted(
                      change.newViews(chosen.target().schema()).quoted(),
                      chosen.target().schema().quoted()));
    }
  }

  @Override
  public void beforeLoss(RolloutPhase phase) throws SQLException {
    SnapshotResult result =
        TakeSnapshot.automatic(
            SnapshotText.store(context),
            chosen.track(),
            chosen.target(),
            SnapshotReason.ROLLOUT,
            terminal);
    kept =
        switch (result) {
          case SnapshotResult.Taken(Snapshot snapshot) -> Optional.of(snapshot);
          case SnapshotResult.Busy(Blocker holder) ->
              throw BlockerText.busy(holder, chosen, "rollout");
          case SnapshotResult.NameTaken taken -> throw notKept();
          case SnapshotResult.NoSchema none -> throw notKept();
        };
  }

  private CommandFailure notKept() {
    return CommandFailure.failed(
        "the rows of " + chosen.schema() + " could not be kept, so nothing was dropped",
        chosen.command("rollout"));
  }

  @Override
  public OperationRecorder recorder() {
    return terminal.recorder();
  }

  @Override
  public void isNotRecorded(String why) {
    terminal.isNotRecorded(why);
  }

  @Override
  public boolean hasSeenToTheRole() {
    return terminal.hasSeenToTheRole();
  }

  @Override
  public void waitsToBegin(Blocker holder) {
    terminal.waitsToBegin(holder);
  }

  @Override
  public void waitsFor(Blocker blocker) {
    terminal.waitsFor(blocker);
  }

  @Override
  public Duration patience() {
    return terminal.patience();
  }
}
