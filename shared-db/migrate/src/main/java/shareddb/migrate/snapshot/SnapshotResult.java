package shareddb.migrate.snapshot;

import java.nio.file.Path;
import shareddb.migrate.lock.Blocker;

/** How taking a snapshot ended. */
public sealed interface SnapshotResult {

  record Taken(Snapshot snapshot) implements SnapshotResult {}

  /** There is one of this name already; it stays as it is. */
  record NameTaken(Path folder) implements SnapshotResult {}

  /** There is nothing to keep. */
  record NoSchema() implements SnapshotResult {}

  /** Somebody else works on this target. */
  record Busy(Blocker holder) implements SnapshotResult {}
}
