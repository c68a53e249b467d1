package shareddb.migrate.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.snapshot.rows.SequencePosition;
import shareddb.migrate.snapshot.rows.TableRows;

/**
 * The content of a snapshot: its tables, where it is from, when and why it was taken, and by which
 * user.
 *
 * @param track the track's label
 * @param server the server's system identifier; empty in older snapshots
 * @param applied the versions that were applied, in order
 */
public record Manifest(
    String track,
    Optional<String> server,
    DatabaseName database,
    SchemaName schema,
    List<Version> applied,
    Instant takenAt,
    String takenBy,
    SnapshotReason reason,
    List<TableRows> tables,
    List<SequencePosition> sequences) {

  public Manifest {
    applied = List.copyOf(applied);
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
  }

  /** The version of the schema in the snapshot. */
  public Version version() {
    return applied.isEmpty() ? Version.NONE : applied.getLast();
  }

  /** The tables without the history table. */
  public List<TableRows> data() {
    return tables.stream().filter(t -> !t.table().equals(Target.HISTORY_TABLE)).toList();
  }

  /** Whether the snapshot has history rows. */
  boolean hasHistory() {
    return tables.stream().anyMatch(t -> t.table().equals(Target.HISTORY_TABLE) && t.rows() > 0);
  }

  /** The number of rows, without those of the history. */
  public long rows() {
    return data().stream().mapToLong(TableRows::rows).sum();
  }

  public long bytes() {
    return tables.stream().mapToLong(TableRows::bytes).sum();
  }
}
