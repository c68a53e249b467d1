package shareddb.migrate.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;

/**
 * An index that a {@code CREATE INDEX CONCURRENTLY} left unfinished. It slows every write and
 * serves no query.
 */
public record InvalidIndex(SchemaName schema, String table, String name) {

  /** The index's quoted name, with its schema. */
  public String quoted() {
    return schema.quoted(name);
  }

  /** The statement that drops the index. */
  public String mend() {
    return "DROP INDEX CONCURRENTLY " + quoted();
  }

  public static List<InvalidIndex> in(Target target) throws SQLException {
    try (Connection connection = target.admin().reading().connect()) {
      return in(connection, target.schema());
    }
  }

  /** All invalid indexes of a schema. An index that is being built now is one of them. */
  public static List<InvalidIndex> in(Connection connection, SchemaName schema)
      throws SQLException {
    String sql =
        """
        SELECT owner.relname AS table_name, class.relname AS index_name
        FROM pg_catalog.pg_index AS index
        JOIN pg_catalog.pg_class AS class ON class.oid = index.indexrelid
        JOIN pg_catalog.pg_class AS owner ON owner.oid = index.indrelid
        JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid = class.relnamespace
        WHERE namespace.nspname = ? AND NOT index.indisvalid AND class.relkind = 'i'
        ORDER BY class.relname
        """;
    return Query.of(connection, sql, schema.value())
        .list(
            row ->
                new InvalidIndex(schema, row.getString("table_name"), row.getString("index_name")));
  }
}
