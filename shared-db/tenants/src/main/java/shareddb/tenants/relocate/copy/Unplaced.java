package shareddb.tenants.relocate.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.tenants.relocate.place.MappedColumn;
import shareddb.tenants.relocate.place.MappingFile;
import shareddb.tenants.relocate.place.PatternMapping;
import shareddb.tenants.relocate.place.ProjectPlace;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.TableColumns;

/**
 * Finds tables and columns that would be lost: those of the source that no mapping reads, and those
 * of the destination that need a value and get none. Postgres itself says which columns a query
 * reads.
 */
public record Unplaced(
    Connection source,
    RelocationPlace from,
    RelocationPlace to,
    SortedMap<String, List<MappedColumn>> there) {

  private static final String VIEW = "workshop_move";

  private static final String READ =
      """
      SELECT DISTINCT class.relname || '.' || attribute.attname
      FROM pg_catalog.pg_rewrite AS rule
      JOIN pg_catalog.pg_depend AS depend
        ON depend.classid = 'pg_catalog.pg_rewrite'::regclass AND depend.objid = rule.oid
       AND depend.refclassid = 'pg_catalog.pg_class'::regclass
      JOIN pg_catalog.pg_class AS class ON class.oid = depend.refobjid
      JOIN pg_catalog.pg_attribute AS attribute
        ON attribute.attrelid = class.oid AND attribute.attnum = depend.refobjsubid
      WHERE rule.ev_class = 'pg_temp.%s'::regclass AND depend.refobjsubid > 0
        AND class.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ?)
      """
          .formatted(VIEW);

  /**
   * The findings in words, one for each. It runs within the caller's transaction, which the caller
   * rolls back.
   */
  public List<String> find(List<TableTransfer> transfers) throws SQLException {
    List<String> found = new ArrayList<>();
    SortedMap<String, List<MappedColumn>> here = TableColumns.of(source, from.target().schema());
    switch (PatternMapping.between(from, to)) {
      case PatternMapping.Same() -> same(here, found);
      case PatternMapping.Written written -> {
        unread(here, written, found);
        strange(written, found);
      }
    }
    transfers.forEach(transfer -> missing(transfer, found));
    return List.copyOf(found);
  }

  private void same(SortedMap<String, List<MappedColumn>> here, List<String> found) {
    here.forEach(
        (table, columns) -> {
          List<MappedColumn> others = there.get(table);
          if (others == null) {
            found.add("table " + table + " has no place in " + to.module());
            return;
          }
          for (MappedColumn column : columns) {
            Optional<MappedColumn> other =
                others.stream().filter(o -> o.name().equals(column.name())).findFirst();
            if (other.isEmpty()) {
              found.add(noPlace(table + "." + column.name()));
            } else if (!other.get().type().name().equals(column.type().name())) {
              found.add(
                  "column %s.%s is %s, and %s in %s"
                      .formatted(
                          table,
                          column.name(),
                          column.type().name(),
                          other.get().type().name(),
                          to.module()));
            }
          }
        });
  }

  /**
   * Finds columns of the source that no mapping reads. Shared rows of a project's module stay where
   * they are.
   */
  private void unread(
      SortedMap<String, List<MappedColumn>> here,
      PatternMapping.Written written,
      List<String> found)
      throws SQLException {
    Set<String> read = read(written.given());
    for (Map.Entry<String, List<MappedColumn>> table : here.entrySet()) {
      Optional<MappingFile> file =
          written.owned().stream().filter(f -> f.table().equals(table.getKey())).findFirst();
      boolean project = from instanceof ProjectPlace;
      if (project && file.isEmpty()) {
        found.add("table " + table.getKey() + " has no place in " + to.module());
      } else if (!project || file.orElseThrow().own().isPresent()) {
        Set<String> stays = project ? file.orElseThrow().stays() : Set.of();
        table.getValue().stream()
            .map(MappedColumn::name)
            .filter(name -> !stays.contains(name) && !read.contains(table.getKey() + "." + name))
            .forEach(name -> found.add(noPlace(table.getKey() + "." + name)));
      }
    }
  }

  private String noPlace(String column) {
    return "column " + column + " has no place in " + to.module();
  }

  private Set<String> read(List<MappingFile> queries) throws SQLException {
    SchemaName schema = from.target().schema();
    Set<String> read = new HashSet<>();
    for (MappingFile query : queries) {
      Query.execute(source, "CREATE TEMPORARY VIEW " + VIEW + " AS " + query.sql());
      Query.of(source, READ, schema.value()).each(row -> read.add(row.getString(1)));
      Query.execute(source, "DROP VIEW pg_temp." + VIEW);
    }
    return read;
  }

  /** Finds columns that a mapping gives and the destination does not have. */
  private void strange(PatternMapping.Written written, List<String> found) throws SQLException {
    for (MappingFile file : written.given()) {
      List<MappedColumn> columns = there.getOrDefault(file.table(), List.of());
      for (String name : TableTransfers.names(source, file)) {
        if (columns.stream().noneMatch(column -> column.name().equals(name))) {
          found.add(noPlace(file.table() + "." + name));
        }
      }
    }
  }

  private void missing(TableTransfer transfer, List<String> found) {
    there.getOrDefault(transfer.table(), List.of()).stream()
        .filter(column -> column.wanted() && !transfer.columns().contains(column))
        .forEach(
            column ->
                found.add(
                    "column %s.%s of %s wants a value, and nothing gives one"
                        .formatted(transfer.table(), column.name(), to.module())));
  }
}
