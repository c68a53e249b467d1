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
 * What a snapshot holds, where it is from, and who took it when and why.
 *
 * @param track the track's label
 * @param server the system identifier of the server that it is from; older snapshots do not say it
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

  /** The version that the schema was at. */
  public Version version() {
    return applied.isEmpty() ? Version.NONE : applied.getLast();
  }

  /** The tables of the track itself: the history tells how they came about. */
  public List<TableRows> data() {
    return tables.stream().filter(t -> !t.table().equals(Target.HISTORY_TABLE)).toList();
  }

  /** Whether anything was ever recorded in its history. */
  boolean hasHistory() {
    return tables.stream().anyMatch(t -> t.table().equals(Target.HISTORY_TABLE) && t.rows() > 0);
  }

  /** How many rows there are, those of the history not counted. */
  public long rows() {
    return data().stream().mapToLong(TableRows::rows).sum();
  }

  public long bytes() {
    return tables.stream().mapToLong(TableRows::bytes).sum();
  }
}
