package shareddb.tenants.relocate.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/** Copies rows from one session to another, one row in memory at a time. */
record RowPipe(Connection from, Connection to) {

  private static final int TOLD_EVERY = 5_000;

  /** Returns the number of copied rows. */
  long copy(String query, TableTransfer transfer, LongConsumer progress) throws SQLException {
    CopyOut out = api(from).copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
    try {
      CopyIn in =
          api(to)
              .copyIn(
                  "COPY "
                      + transfer.quoted()
                      + " ("
                      + transfer.list()
                      + ") FROM STDIN (FORMAT binary)");
      try {
        pour(out, in, progress);
        return in.endCopy();
      } finally {
        if (in.isActive()) {
          in.cancelCopy();
        }
      }
    } finally {
      if (out.isActive()) {
        out.cancelCopy();
      }
    }
  }

  private static void pour(CopyOut out, CopyIn in, LongConsumer progress) throws SQLException {
    long rows = 0;
    byte[] row = out.readFromCopy();
    while (row != null) {
      in.writeToCopy(row, 0, row.length);
      rows++;
      if (rows % TOLD_EVERY == 0) {
        progress.accept(rows);
      }
      row = out.readFromCopy();
    }
  }

  private static CopyManager api(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
