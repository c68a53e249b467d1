package shareddb.cli;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BiConsumer;
import shareddb.journal.Journal;
import shareddb.journal.Recording;
import shareddb.migrate.Blocker;
import shareddb.migrate.Caller;
import shareddb.migrate.InvalidIndex;
import shareddb.snapshot.RowsProgress;
import shareddb.track.Migration;
import shareddb.track.Version;

/** An operation while it runs: the journal has it, and who waits at the terminal hears for whom. */
final class Attended implements Caller, RowsProgress {

  /** What is done to a target. */
  interface Work<R> {
    R run(Attended attended) throws SQLException;
  }

  private final Chosen chosen;
  private final Terminal terminal;
  private final Recording recording;
  private final Duration patience;
  private final ProgressLine progress;

  private Attended(
      String operation, Chosen chosen, Terminal terminal, Recording recording, Duration patience) {
    this.chosen = chosen;
    this.terminal = terminal;
    this.recording = recording;
    this.patience = patience;
    this.progress = new ProgressLine(operation + " of " + chosen.schema(), terminal);
  }

  /** With a name as the journal has it. */
  static Attended of(String operation, Chosen chosen, Surroundings surroundings) {
    return of(operation, chosen, surroundings, WaitOption.USUAL);
  }

  static Attended of(
      String operation, Chosen chosen, Surroundings surroundings, Duration patience) {
    Recording recording =
        new Journal(chosen.settings().admin())
            .recording(operation, chosen.track(), chosen.target());
    return new Attended(operation, chosen, surroundings.terminal(), recording, patience);
  }

  /** Comes back with what came out, once {@code ending} has told the journal. */
  <R> R run(Work<R> work, BiConsumer<Recording, R> ending) throws SQLException {
    try {
      R result = work.run(this);
      ending.accept(recording, result);
      return result;
    } catch (SQLException | RuntimeException e) {
      recording.failed(String.valueOf(e.getMessage()));
      throw e;
    } finally {
      close();
    }
  }

  /** A tenant's was made with the tenant, and is not logged in as. */
  @Override
  public boolean hasSeenToTheRole() {
    return chosen.tenant().isPresent();
  }

  @Override
  public void begins(Version from, Version to) {
    recording.begins(from, to);
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
        "note: "
            + migration.script()
            + " was stopped half-way, with "
            + done
            + " of "
            + Amount.of(all, "statement")
            + " done; going on with it");
  }

  @Override
  public void rows(String table, long rows) {
    progress.rows(table, rows);
  }

  @Override
  public Duration patience() {
    return patience;
  }

  private void close() {
    progress.close();
    recording.close();
    recording
        .problem()
        .ifPresent(what -> terminal.note("note: the journal could not be written: " + what));
  }

  private void waits(String why) {
    progress.say("waiting: " + why);
    terminal.progress("  waiting: " + why + " ...");
  }
}
