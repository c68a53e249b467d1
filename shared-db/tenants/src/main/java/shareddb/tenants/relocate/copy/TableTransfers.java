package shareddb.tenants.relocate.copy;

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
import shareddb.base.names.SchemaName;
import shareddb.tenants.relocate.place.MappedColumn;
import shareddb.tenants.relocate.place.MappingFile;
import shareddb.tenants.relocate.place.PatternMapping;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.RowShare;
import shareddb.tenants.relocate.place.TableColumns;

/**
 * The rows that each table of a destination gets, according to the catalogs and the mapping files.
 */
public final class TableTransfers {

  private TableTransfers() {}

  /**
   * The transfers: in the order of the mapping files if there are any, otherwise by the name of the
   * table.
   *
   * @param source a session in the source's database
   * @param there the tables of the destination
   */
  public static List<TableTransfer> of(
      Connection source,
      RelocationPlace from,
      RelocationPlace to,
      SortedMap<String, List<MappedColumn>> there)
      throws SQLException {
    return switch (PatternMapping.between(from, to)) {
      case PatternMapping.Same() -> same(source, from, to.target().schema(), there);
      case PatternMapping.Written(List<MappingFile> given, List<MappingFile> owned) ->
          written(source, given, to, there);
    };
  }

  private static List<TableTransfer> same(
      Connection source,
      RelocationPlace from,
      SchemaName to,
      SortedMap<String, List<MappedColumn>> there)
      throws SQLException {
    SchemaName schema = from.target().schema();
    List<TableTransfer> transfers = new ArrayList<>();
    for (Map.Entry<String, List<MappedColumn>> here : TableColumns.of(source, schema).entrySet()) {
      String table = here.getKey();
      Set<String> names =
          here.getValue().stream().map(MappedColumn::name).collect(Collectors.toSet());
      transfers.add(
          new TableTransfer(
              table,
              to.quoted(table),
              common(there.getOrDefault(table, List.of()), names),
              "SELECT * FROM " + schema.quoted(table),
              new RowShare.Whole()));
    }
    return transfers.stream().filter(transfer -> !transfer.columns().isEmpty()).toList();
  }

  private static List<TableTransfer> written(
      Connection source,
      List<MappingFile> given,
      RelocationPlace to,
      SortedMap<String, List<MappedColumn>> there)
      throws SQLException {
    List<TableTransfer> transfers = new ArrayList<>();
    for (MappingFile file : given) {
      transfers.add(
          new TableTransfer(
              file.table(),
              to.target().schema().quoted(file.table()),
              common(there.getOrDefault(file.table(), List.of()), names(source, file)),
              file.sql(),
              to.share(file)));
    }
    return List.copyOf(transfers);
  }

  private static List<MappedColumn> common(List<MappedColumn> there, Set<String> names) {
    return there.stream().filter(column -> names.contains(column.name())).toList();
  }

  /** The names of the columns that a query gives. */
  static Set<String> names(Connection source, MappingFile file) throws SQLException {
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
