package shareddb.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import shareddb.names.SchemaName;

/** What each table of a destination gets, as the catalogs and the files have it. */
final class Shipments {

  private Shipments() {}

  /**
   * In an order in which none wants what a later one brings.
   *
   * @param source a session where the rows are
   * @param there the tables of the destination
   */
  static List<Shipment> of(
      Connection source, Place from, Place to, SortedMap<String, List<Column>> there)
      throws SQLException {
    return switch (Mapping.between(from, to)) {
      case Mapping.Same() -> same(source, from, to.target().schema(), there);
      case Mapping.Written(List<MoveFile> given, List<MoveFile> owned) ->
          written(source, given, to, there);
    };
  }

  private static List<Shipment> same(
      Connection source, Place from, SchemaName to, SortedMap<String, List<Column>> there)
      throws SQLException {
    SchemaName schema = from.target().schema();
    List<Shipment> shipments = new ArrayList<>();
    for (Map.Entry<String, List<Column>> here : Columns.of(source, schema).entrySet()) {
      String table = here.getKey();
      Set<String> names = here.getValue().stream().map(Column::name).collect(Collectors.toSet());
      shipments.add(
          new Shipment(
              table,
              to.quoted(table),
              common(there.getOrDefault(table, List.of()), names),
              "SELECT * FROM " + schema.quoted(table),
              new Share.Whole()));
    }
    return shipments.stream().filter(shipment -> !shipment.columns().isEmpty()).toList();
  }

  private static List<Shipment> written(
      Connection source, List<MoveFile> given, Place to, SortedMap<String, List<Column>> there)
      throws SQLException {
    List<Shipment> shipments = new ArrayList<>();
    for (MoveFile file : given) {
      shipments.add(
          new Shipment(
              file.table(),
              to.target().schema().quoted(file.table()),
              common(there.getOrDefault(file.table(), List.of()), names(source, file)),
              file.sql(),
              to.share(file)));
    }
    return List.copyOf(shipments);
  }

  private static List<Column> common(List<Column> there, Set<String> names) {
    return there.stream().filter(column -> names.contains(column.name())).toList();
  }

  /** Of the columns that a query gives. */
  static Set<String> names(Connection source, MoveFile file) throws SQLException {
    try (PreparedStatement statement = source.prepareStatement(file.sql())) {
      ResultSetMetaData columns = Objects.requireNonNull(statement.getMetaData(), file::table);
      Set<String> names = new LinkedHashSet<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnName(i));
      }
      return names;
    }
  }
}
