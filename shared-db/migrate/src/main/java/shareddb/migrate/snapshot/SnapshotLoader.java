package shareddb.migrate.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import shareddb.base.names.SchemaName;
import shareddb.base.track.TrackReading;
import shareddb.base.track.Version;
import shareddb.migrate.history.History;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.snapshot.rows.CopySession;
import shareddb.migrate.snapshot.rows.MaterializedViews;
import shareddb.migrate.snapshot.rows.PartialCopyIn;
import shareddb.migrate.snapshot.rows.RowTables;
import shareddb.migrate.snapshot.rows.RowsFromFile;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.migrate.snapshot.rows.SequencePosition;
import shareddb.migrate.snapshot.rows.Sequences;
import shareddb.migrate.snapshot.rows.TableRows;
import shareddb.migrate.snapshot.rows.TriggersOff;

/** Takes a snapshot of the old schema, and loads the restored snapshot into the new schema. */
final class SnapshotLoader extends SnapshotBeforeDrop {

  private final SnapshotWriter writer;
  private final Snapshot snapshot;
  private final TrackReading wanted;
  private final boolean partly;
  private final List<Misfit> misfits = new ArrayList<>();
  private Version before = Version.NONE;
  private String current = "";

  SnapshotLoader(SnapshotWriter writer, Snapshot snapshot, TrackReading wanted, boolean partly) {
    super(writer, SnapshotReason.RESTORE);
    this.writer = writer;
    this.snapshot = snapshot;
    this.wanted = wanted;
    this.partly = partly;
  }

  @Override
  public void oldSchema(Connection connection) throws SQLException {
    before = TrackState.of(List.of(), History.read(connection, writer.target())).current();
    super.oldSchema(connection);
  }

  @Override
  public boolean newSchema(Connection connection) throws SQLException {
    Map<TableRows, List<String>> tables = fitting(connection);
    List<SequencePosition> sequences = fittingSequences(connection);
    if (!misfits.isEmpty() && !partly) {
      return false;
    }
    SchemaName schema = writer.target().schema();
    CopySession.begin(connection);
    TriggersOff quiet = TriggersOff.begin(connection, schema);
    clear(connection);
    for (Map.Entry<TableRows, List<String>> table : tables.entrySet()) {
      load(connection, table.getKey(), table.getValue());
    }
    quiet.end();
    for (SequencePosition position : sequences) {
      Sequences.set(connection, schema, position);
    }
    RestoredHistory.amend(connection, writer.target(), wanted);
    MaterializedViews.refresh(connection, schema);
    return true;
  }

  Version before() {
    return before;
  }

  List<Misfit> misfits() {
    return List.copyOf(misfits);
  }

  /** The table whose rows were loaded last. */
  String current() {
    return current;
  }

  private void load(Connection connection, TableRows table, List<String> columns)
      throws SQLException {
    current = table.table();
    SchemaName schema = writer.target().schema();
    RowsProgress progress = writer.progress();
    long rows =
        columns.containsAll(table.columns())
            ? RowsFromFile.read(
                connection, schema.quoted(current), table, snapshot.file(table), progress)
            : PartialCopyIn.read(
                connection, schema, table, columns, snapshot.file(table), progress);
    if (rows != table.rows()) {
      throw new SQLException(
          "the snapshot holds " + table.rows() + " rows, and " + rows + " were taken", "22000");
    }
  }

  /**
   * Deletes the rows that the migrations wrote, so that each table of the snapshot has only the
   * snapshot's rows, even if it has none. If the snapshot has a history, the rebuild's history rows
   * are deleted too.
   */
  private void clear(Connection connection) throws SQLException {
    Manifest manifest = snapshot.manifest();
    List<TableRows> kept = manifest.hasHistory() ? manifest.tables() : manifest.data();
    Set<String> names = kept.stream().map(TableRows::table).collect(Collectors.toSet());
    SchemaName schema = writer.target().schema();
    for (RowTables.Table table : RowTables.of(connection, schema)) {
      if (names.contains(table.name())) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("DELETE FROM " + schema.quoted(table.name()));
        }
      }
    }
  }

  /**
   * The snapshot's tables that exist in the new schema, with their columns there. Missing ones
   * become misfits.
   */
  private Map<TableRows, List<String>> fitting(Connection connection) throws SQLException {
    Map<String, List<String>> there = new HashMap<>();
    for (RowTables.Table table : RowTables.of(connection, writer.target().schema())) {
      there.put(table.name(), table.columns());
    }
    Map<TableRows, List<String>> fitting = new LinkedHashMap<>();
    for (TableRows table : snapshot.manifest().tables()) {
      List<String> columns = there.get(table.table());
      // A table without rows is ignored.
      if (columns == null && table.rows() > 0) {
        misfits.add(new Misfit.NoTable(table.table(), table.rows()));
      } else if (columns != null && table.rows() > 0) {
        table.columns().stream()
            .filter(column -> !columns.contains(column))
            .forEach(column -> misfits.add(new Misfit.NoColumn(table.table(), column)));
        fitting.put(table, columns);
      }
    }
    return fitting;
  }

  private List<SequencePosition> fittingSequences(Connection connection) throws SQLException {
    List<String> there = Sequences.names(connection, writer.target().schema());
    List<SequencePosition> fitting = new ArrayList<>();
    for (SequencePosition position : snapshot.manifest().sequences()) {
      if (there.contains(position.sequence())) {
        fitting.add(position);
      } else if (position.called()) {
        misfits.add(new Misfit.NoSequence(position.sequence()));
      }
    }
    return fitting;
  }
}
