package shareddb.migrate.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.jdbc.Query;
import shareddb.base.track.Target;
import shareddb.migrate.snapshot.rows.RowTables;

/** Counts the rows of a schema that a snapshot would keep, without those of its history. */
public final class RowCount {

  private RowCount() {}

  /** 0 if there is no such schema. */
  public static long of(Connection connection, Target target) throws SQLException {
    long rows = 0;
    for (RowTables.Table table : RowTables.of(connection, target.schema())) {
      if (!table.name().equals(Target.HISTORY_TABLE)) {
        rows +=
            Query.of(connection, "SELECT count(*) FROM " + target.schema().quoted(table.name()))
                .one(row -> row.getLong(1));
      }
    }
    return rows;
  }
}
