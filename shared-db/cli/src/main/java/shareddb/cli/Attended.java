package shareddb.cli;

import java.sql.SQLException;
import java.time.Duration;
import shareddb.journal.Journal;
import shareddb.migrate.Blocker;
import shareddb.migrate.Caller;
import shareddb.migrate.InvalidIndex;
import shareddb.migrate.OperationRecorder;
import shareddb.snapshot.RowsProgress;
import shareddb.track.Migration;

/**
 * A person who typed a command: the journal records it, and the terminal says for whom it waits.
 */
final class Attended implements Caller, RowsProgress {

  /** What is done to a target. */
  interface Work<R> {
    R run(Attended attended) throws SQLException;
  }

  private final Chosen chosen;
  private final Terminal terminal;
  private final Duration patience;
  private final ProgressLine progress;

  private Attended(String operation, Chosen chosen, Terminal terminal, Duration patience) {
    this.chosen = chosen;
    this.terminal = terminal;
    this.patience = patience;
    this.progress = new ProgressLine(operation + " of " + chosen.schema(), terminal);
  }

  static <R> R run(String operation, Chosen chosen, Surroundings surroundings, Work<R> work)
      throws SQLException {
    return run(operation, chosen, surroundings, WaitOption.USUAL, work);
  }

  static <R> R run(
      String operation, Chosen chosen, Surroundings surroundings, Duration patience, Work<R> work)
      throws SQLException {
    Attended attended = new Attended(operation, chosen, surroundings.terminal(), patience);
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

  /** A tenant's was made with the tenant, and is not logged in as. */
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
    terminal.note("note: " + InvalidIndexes.what(index));
    terminal.note("      to drop it:  " + InvalidIndexes.next(index, chosen));
  }

  @Override
  public void finishes(Migration migration, int done, int all) {
    terminal.note(
        "note: %s was stopped half-way, with %s of %s done; going on with it"
            .formatted(migration.script(), done, Amount.of(all, "statement")));
  }

  @Override
  public void rows(String table, long rows) {
    progress.rows(table, rows);
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
