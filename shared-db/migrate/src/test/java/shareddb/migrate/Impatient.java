package shareddb.migrate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import shareddb.base.track.Migration;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.InvalidIndex;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.record.OperationRecord;
import shareddb.migrate.record.OperationRecorder;

/** A caller who gives up soon, and remembers what was heard. */
public final class Impatient implements OperationListener {

  final List<Blocker> holders = new CopyOnWriteArrayList<>();
  final List<Blocker> blockers = new CopyOnWriteArrayList<>();
  final List<String> begun = new CopyOnWriteArrayList<>();
  public final List<InvalidIndex> invalid = new CopyOnWriteArrayList<>();
  public final List<String> finished = new CopyOnWriteArrayList<>();
  private final Duration patience;

  public Impatient() {
    this(Duration.ofMillis(800));
  }

  public Impatient(Duration patience) {
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
