package shareddb.cli.result;

import java.sql.SQLException;
import java.time.Duration;
import shareddb.base.track.Migration;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.WaitOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.output.Terminal;
import shareddb.migrate.journal.Journal;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.InvalidIndex;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.record.OperationRecorder;
import shareddb.migrate.snapshot.rows.RowsProgress;

/**
 * Listens to an operation that a user started: the journal records it, and the terminal names the
 * sessions that it waits for.
 */
public final class TerminalListener implements OperationListener, RowsProgress {

  /** An operation on a target. */
  public interface Work<R> {
    public R run(TerminalListener attended) throws SQLException;
  }

  private final SelectedTarget chosen;
  private final Terminal terminal;
  private final Duration patience;
  private final ProgressLine progress;

  private TerminalListener(
      String operation, SelectedTarget chosen, Terminal terminal, Duration patience) {
    this.chosen = chosen;
    this.terminal = terminal;
    this.patience = patience;
    this.progress = new ProgressLine(operation + " of " + chosen.schema(), terminal);
  }

  public static <R> R run(
      String operation, SelectedTarget chosen, CommandContext context, Work<R> work)
      throws SQLException {
    return run(operation, chosen, context, WaitOption.USUAL, work);
  }

  public static <R> R run(
      String operation,
      SelectedTarget chosen,
      CommandContext context,
      Duration patience,
      Work<R> work)
      throws SQLException {
    TerminalListener attended =
        new TerminalListener(operation, chosen, context.terminal(), patience);
    try {
      return work.run(attended);
    } finally {
      attended.progress.close();
    }
  }

  @Override
  public OperationRecorder recorder() {
    return new Journal(chosen.settings().admin());
  }

  @Override
  public void isNotRecorded(String why) {
    progress.close();
    terminal.note("note: the journal could not be written: " + why);
  }

  /**
   * A tenant's role is created with the tenant, so the operation neither creates nor changes it.
   */
  @Override
  public boolean hasSeenToTheRole() {
    return chosen.tenant().isPresent();
  }

  @Override
  public void waitsToBegin(Blocker holder) {
    waits(holder.who() + " works on it");
  }

  @Override
  public void waitsFor(Blocker blocker) {
    waits(blocker.who() + " holds a lock");
  }

  @Override
  public void finds(InvalidIndex index) {
    terminal.note("note: " + InvalidIndexText.what(index));
    terminal.note("      to drop it:  " + InvalidIndexText.next(index, chosen));
  }

  @Override
  public void finishes(Migration migration, int done, int all) {
    terminal.note(
        "note: %s was stopped half-way, with %s of %s done; going on with it"
            .formatted(migration.script(), done, CountText.of(all, "statement")));
  }

  @Override
  public void rows(String table, long rows) {
    progress.rows(table, rows);
  }

  /** Shows what the operation does at the moment. */
  public void says(String now) {
    progress.say(now);
  }

  @Override
  public Duration patience() {
    return patience;
  }

  private void waits(String why) {
    progress.say("waiting: " + why);
    terminal.progress("  waiting: " + why + " ...");
  }
}
