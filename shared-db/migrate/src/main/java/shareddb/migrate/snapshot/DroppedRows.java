package shareddb.migrate.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.migrate.DryRunObserver;

/** Finds the tables, columns and rows of a schema that are gone at the end of a dry run. */
final class DroppedRows implements DryRunObserver {

  /**
   * A table of the schema in the transaction of the dry run.
   *
   * @param parent the OID of the partitioned table, or 0 if the table is no partition
   * @param columns the columns' names by their numbers; a renamed column keeps its number
   */
  private record State(
      long id,
      String name,
      long parent,
      Map<Integer, String> columns,
      long deleted,
      boolean rows) {}

  private final SchemaName schema;
  private final Map<Long, State> before = new LinkedHashMap<>();
  private final List<LostRows> lost = new ArrayList<>();

  DroppedRows(SchemaName schema) {
    this.schema = schema;
  }

  /** The losses. Only deleted rows are counted yet. */
  List<LostRows> lost() {
    return List.copyOf(lost);
  }

  @Override
  public void before(Connection connection) throws SQLException {
    before.clear();
    before.putAll(states(connection));
  }

  @Override
  public void after(Connection connection) throws SQLException {
    Map<Long, State> after = states(connection);
    lost.clear();
    for (State old : before.values()) {
      State now = after.get(old.id());
      if (now != null) {
        compare(old, now);
      } else if (!before.containsKey(old.parent()) || after.containsKey(old.parent())) {
        lost.add(new LostRows.OfTable(old.name(), 0));
      }
    }
  }

  private void compare(State old, State now) {
    if (old.rows() && !now.rows() && now.deleted() == old.deleted()) {
      // TRUNCATE does not count rows.
      lost.add(new LostRows.OfTable(old.name(), 0));
      return;
    }
    if (now.deleted() > old.deleted()) {
      lost.add(new LostRows.Deleted(old.name(), now.deleted() - old.deleted()));
    }
    if (!before.containsKey(old.parent())) {
      old.columns().entrySet().stream()
          .filter(column -> !now.columns().containsKey(column.getKey()))
          .forEach(column -> lost.add(new LostRows.OfColumn(old.name(), column.getValue(), 0)));
    }
  }

  private Map<Long, State> states(Connection connection) throws SQLException {
    String sql =
        """
        SELECT class.oid::bigint, class.relname, coalesce(inherits.inhparent, 0)::bigint,
               pg_catalog.pg_stat_get_xact_tuples_deleted(class.oid),
               attribute.attnum, attribute.attname
        FROM pg_catalog.pg_class AS class
        JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
        LEFT JOIN pg_catalog.pg_inherits AS inherits
               ON inherits.inhrelid = class.oid AND class.relispartition
        LEFT JOIN pg_catalog.pg_attribute AS attribute
               ON attribute.attrelid = class.oid AND attribute.attnum > 0
              AND NOT attribute.attisdropped AND attribute.attgenerated = ''
        WHERE namespace.nspname = ? AND class.relkind IN ('r', 'p') AND class.relname <> ?
        ORDER BY class.relname, attribute.attnum
        """;
    Map<Long, State> states = new LinkedHashMap<>();
    Query.of(connection, sql, schema.value(), Target.HISTORY_TABLE)
        .each(
            row -> {
              long id = row.getLong(1);
              if (!states.containsKey(id)) {
                String name = row.getString(2);
                boolean any = LostRowsCount.any(connection, schema, name);
                states.put(
                    id,
                    new State(
                        id, name, row.getLong(3), new LinkedHashMap<>(), row.getLong(4), any));
              }
              if (row.getString(6) != null) {
                states.get(id).columns().put(row.getInt(5), row.getString(6));
              }
            });
    return states;
  }
}
