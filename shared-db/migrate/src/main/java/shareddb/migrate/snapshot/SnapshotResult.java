package shareddb.migrate.snapshot;

import java.nio.file.Path;
import shareddb.migrate.lock.Blocker;

/** The result of taking a snapshot. */
public sealed interface SnapshotResult {

  /** The snapshot was taken. */
  record Taken(Snapshot snapshot) implements SnapshotResult {}

  /** A snapshot with this name already exists. It stays as it is. */
  record NameTaken(Path folder) implements SnapshotResult {}

  /** The schema does not exist. */
  record NoSchema() implements SnapshotResult {}

  /** Another session works on this target. */
  record Busy(Blocker holder) implements SnapshotResult {}
}
