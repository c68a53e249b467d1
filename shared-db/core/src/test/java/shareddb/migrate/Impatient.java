package shareddb.migrate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import shareddb.track.Migration;

/** A caller who gives up soon, and remembers what was heard. */
final class Impatient implements Caller {

  final List<Blocker> holders = new CopyOnWriteArrayList<>();
  final List<Blocker> blockers = new CopyOnWriteArrayList<>();
  final List<String> begun = new CopyOnWriteArrayList<>();
  final List<InvalidIndex> invalid = new CopyOnWriteArrayList<>();
  final List<String> finished = new CopyOnWriteArrayList<>();
  private final Duration patience;

  Impatient() {
    this(Duration.ofMillis(800));
  }

  Impatient(Duration patience) {
    this.patience = patience;
  }

  /** A throw-away database has no journal: what would be written there is remembered. */
  @Override
  public OperationRecorder recorder() {
    return (operation, track, target, from, to) -> {
      begun.add(from + " to " + to);
      return OperationRecord.NONE;
    };
  }

  @Override
  public void waitsToBegin(Blocker holder) {
    holders.add(holder);
  }

  @Override
  public void waitsFor(Blocker blocker) {
    blockers.add(blocker);
  }

  @Override
  public void finds(InvalidIndex index) {
    invalid.add(index);
  }

  @Override
  public void finishes(Migration migration, int done, int all) {
    finished.add(migration.version() + ": " + done + " of " + all);
  }

  @Override
  public Duration patience() {
    return patience;
  }
}
