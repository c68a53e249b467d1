package shareddb.tenants.relocate.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import shareddb.tenants.relocate.place.RelocationSessions;

/** Copies the rows that differ in a table from the source to the destination. */
record TableRepair(RelocationSessions sessions, Destination arriving, RelocationListener listener) {

  /** From this number of copied rows on, ANALYZE runs at once, so that the planner knows them. */
  private static final long MANY = 1_000;

  /**
   * Returns the number of blocks that were copied.
   *
   * @param sums the sums of both sides, just read
   */
  int mend(TableTransfer transfer, BlockSums sums) throws SQLException {
    List<Long> blocks = sums.differing();
    if (blocks.isEmpty()) {
      return 0;
    }
    boolean all = transfer.isCommon() || sums.isNothingThere();
    Connection destination = sessions.destination();
    destination.setAutoCommit(false);
    try (Statement statement = destination.createStatement()) {
      arriving.hold(destination);
      // Triggers stay off. They would write again the rows that they have written at the source.
      statement.execute("SET LOCAL session_replication_role = replica");
      if (!all) {
        statement.execute(transfer.deletion(blocks));
      }
      String query = all ? transfer.here() : transfer.within(transfer.here(), blocks);
      long of = all ? sums.total().rows() : rows(sums, blocks);
      long rows =
          new RowPipe(sessions.source(), destination)
              .copy(query, transfer, copied -> listener.copies(transfer.table(), copied, of));
      if (all && rows >= MANY) {
        statement.execute("ANALYZE " + transfer.quoted());
      }
      destination.commit();
    } catch (SQLException | RuntimeException e) {
      rollback(destination);
      throw e;
    } finally {
      if (!destination.isClosed()) {
        destination.setAutoCommit(true);
      }
    }
    return blocks.size();
  }

  private static long rows(BlockSums sums, List<Long> blocks) {
    Map<Long, RowSum> here = sums.here();
    return blocks.stream().mapToLong(block -> here.getOrDefault(block, RowSum.NONE).rows()).sum();
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The session is gone, and with it all that it had not committed.
      return;
    }
  }
}
