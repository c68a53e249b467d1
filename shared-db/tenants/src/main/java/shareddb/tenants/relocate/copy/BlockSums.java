package shareddb.tenants.relocate.copy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import shareddb.base.jdbc.Query;
import shareddb.tenants.relocate.place.RelocationSessions;

/** The checksums of a table's rows on both sides, by block of ids. */
record BlockSums(Map<Long, RowSum> here, Map<Long, RowSum> there) {

  /** The sums of all rows. Two sessions read the two sides in parallel. */
  static BlockSums of(RelocationSessions sessions, TableTransfer transfer) throws SQLException {
    return sideBySide(sessions, transfer.sums(transfer.here()), transfer.sums(transfer.there()));
  }

  /** The sums of all rows of the source, with the sums that are known of the destination. */
  static BlockSums here(
      RelocationSessions sessions, TableTransfer transfer, Map<Long, RowSum> there)
      throws SQLException {
    return new BlockSums(read(sessions.source(), transfer.sums(transfer.here())), there);
  }

  /** The sums of the rows in some blocks. */
  static BlockSums within(RelocationSessions sessions, TableTransfer transfer, List<Long> blocks)
      throws SQLException {
    return sideBySide(
        sessions,
        transfer.sums(transfer.within(transfer.here(), blocks)),
        transfer.sums(transfer.within(transfer.there(), blocks)));
  }

  private static BlockSums sideBySide(RelocationSessions sessions, String here, String there)
      throws SQLException {
    FutureTask<Map<Long, RowSum>> other = new FutureTask<>(() -> read(sessions.source(), here));
    Thread.ofVirtual().start(other);
    Map<Long, RowSum> mine = read(sessions.destination(), there);
    try {
      return new BlockSums(other.get(), mine);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException sql) {
        throw sql;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while comparing", e);
    }
  }

  /** The blocks in which the two sides differ. */
  List<Long> differing() {
    TreeSet<Long> blocks = new TreeSet<>(here.keySet());
    blocks.addAll(there.keySet());
    blocks.removeIf(
        block ->
            here.getOrDefault(block, RowSum.NONE).equals(there.getOrDefault(block, RowSum.NONE)));
    return List.copyOf(blocks);
  }

  boolean isNothingThere() {
    return there.isEmpty();
  }

  /** The sum of all rows of the source. */
  RowSum total() {
    return here.values().stream().reduce(RowSum.NONE, RowSum::plus);
  }

  /** These sums, with the given blocks replaced. */
  BlockSums with(List<Long> blocks, BlockSums anew) {
    return new BlockSums(replaced(here, blocks, anew.here), replaced(there, blocks, anew.there));
  }

  private static Map<Long, RowSum> replaced(
      Map<Long, RowSum> sums, List<Long> blocks, Map<Long, RowSum> anew) {
    Map<Long, RowSum> all = new HashMap<>(sums);
    blocks.forEach(all::remove);
    all.putAll(anew);
    return all;
  }

  private static Map<Long, RowSum> read(Connection connection, String sql) throws SQLException {
    Map<Long, RowSum> sums = new HashMap<>();
    Query.of(connection, sql)
        .each(
            row ->
                sums.put(
                    row.getLong(1), new RowSum(row.getLong(2), new BigDecimal(row.getString(3)))));
    return sums;
  }
}
