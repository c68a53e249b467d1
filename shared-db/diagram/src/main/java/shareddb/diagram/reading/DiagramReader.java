package shareddb.diagram.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import shareddb.base.jdbc.Query;
import shareddb.base.jdbc.RowConsumer;
import shareddb.base.names.SchemaName;
import shareddb.diagram.model.Change;
import shareddb.diagram.model.Diagram;
import shareddb.diagram.model.DiagramColumn;
import shareddb.diagram.model.DiagramRelation;
import shareddb.diagram.model.DiagramTable;
import shareddb.diagram.model.KeyMark;

/** Reads what is drawn of one schema. The search_path of its connection is the schema. */
final class DiagramReader {

  private final Connection connection;
  private final SchemaName schema;
  private final Map<String, List<DiagramColumn>> columns = new LinkedHashMap<>();
  private final Map<String, List<UniqueKey>> keys = new LinkedHashMap<>();
  private final List<DiagramRelation> relations = new ArrayList<>();
  private final Set<String> outside = new LinkedHashSet<>();

  DiagramReader(Connection connection, SchemaName schema) {
    this.connection = connection;
    this.schema = schema;
  }

  Diagram read() throws SQLException {
    each("columns.sql", this::column);
    each("keys.sql", this::key);
    each("foreign-keys.sql", this::relation);
    List<DiagramTable> tables = new ArrayList<>();
    each("tables.sql", row -> tables.add(table(row)));
    outside.forEach(name -> tables.add(outside(name)));
    return new Diagram(tables, relations, List.of());
  }

  private void column(ResultSet row) throws SQLException {
    columns
        .computeIfAbsent(row.getString(1), table -> new ArrayList<>())
        .add(
            new DiagramColumn(
                row.getString(2),
                TypeName.shortened(row.getString(3)),
                row.getBoolean(4),
                List.of(),
                Change.SAME));
  }

  private void key(ResultSet row) throws SQLException {
    keys.computeIfAbsent(row.getString(1), table -> new ArrayList<>())
        .add(new UniqueKey(row.getBoolean(2), names(row, 3), row.getString(4)));
  }

  private void relation(ResultSet row) throws SQLException {
    String table = row.getString(1);
    List<String> own = names(row, 3);
    String referenced = row.getString(4);
    if (!row.getBoolean(6)) {
      outside.add(referenced);
    }
    relations.add(
        new DiagramRelation(
            row.getString(2),
            table,
            own,
            referenced,
            names(row, 5),
            columnsOf(table).stream().anyMatch(c -> own.contains(c.name()) && !c.notNull()),
            keysOf(table).stream().anyMatch(key -> key.covers(own)),
            Change.SAME));
  }

  private DiagramTable table(ResultSet row) throws SQLException {
    String name = row.getString(1);
    Set<String> names =
        columnsOf(name).stream().map(DiagramColumn::name).collect(Collectors.toSet());
    List<String> notes = new ArrayList<>();
    keysOf(name).stream()
        .filter(key -> !key.primary() && !key.isOfColumn(names))
        .forEach(key -> notes.add(key.note()));
    if (row.getBoolean(3)) {
      notes.add("row level security");
    }
    return new DiagramTable(
        name,
        kind(row.getString(2)),
        columnsOf(name).stream().map(column -> marked(name, column)).toList(),
        notes,
        Change.SAME);
  }

  private DiagramColumn marked(String table, DiagramColumn column) {
    Set<KeyMark> marks = EnumSet.noneOf(KeyMark.class);
    for (UniqueKey key : keysOf(table)) {
      if (key.primary() && key.columns().contains(column.name())) {
        marks.add(KeyMark.PK);
      } else if (key.isOfColumn(Set.of(column.name()))) {
        marks.add(KeyMark.UK);
      }
    }
    if (relations.stream()
        .anyMatch(r -> r.table().equals(table) && r.columns().contains(column.name()))) {
      marks.add(KeyMark.FK);
    }
    return new DiagramColumn(
        column.name(), column.type(), column.notNull(), List.copyOf(marks), column.change());
  }

  private static DiagramTable outside(String name) {
    return new DiagramTable(name, DiagramTable.Kind.OUTSIDE, List.of(), List.of(), Change.SAME);
  }

  private static DiagramTable.Kind kind(String relkind) {
    return switch (relkind) {
      case "p" -> DiagramTable.Kind.PARTITIONED_TABLE;
      case "v" -> DiagramTable.Kind.VIEW;
      case "m" -> DiagramTable.Kind.MATERIALIZED_VIEW;
      case "f" -> DiagramTable.Kind.FOREIGN_TABLE;
      default -> DiagramTable.Kind.TABLE;
    };
  }

  private List<DiagramColumn> columnsOf(String table) {
    return columns.getOrDefault(table, List.of());
  }

  private List<UniqueKey> keysOf(String table) {
    return keys.getOrDefault(table, List.of());
  }

  private static List<String> names(ResultSet row, int column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private void each(String resource, RowConsumer consumer) throws SQLException {
    Query.of(connection, text(resource), schema.value()).each(consumer);
  }

  private static String text(String resource) {
    try (InputStream stream = DiagramReader.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is missing from the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
