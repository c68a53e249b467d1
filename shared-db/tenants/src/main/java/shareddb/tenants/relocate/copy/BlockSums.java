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

/** The rows of a table on both sides, block by block. */
record BlockSums(Map<Long, RowSum> here, Map<Long, RowSum> there) {

  /** Of all rows: side by side, as two sessions are there for it. */
  static BlockSums of(RelocationSessions lanes, TableTransfer shipment) throws SQLException {
    return sideBySide(lanes, shipment.sums(shipment.here()), shipment.sums(shipment.there()));
  }

  /** Of all rows of the source, beside what is known of the destination. */
  static BlockSums here(RelocationSessions lanes, TableTransfer shipment, Map<Long, RowSum> there)
      throws SQLException {
    return new BlockSums(read(lanes.source(), shipment.sums(shipment.here())), there);
  }

  /** Of those in some blocks. */
  static BlockSums within(RelocationSessions lanes, TableTransfer shipment, List<Long> blocks)
      throws SQLException {
    return sideBySide(
        lanes,
        shipment.sums(shipment.within(shipment.here(), blocks)),
        shipment.sums(shipment.within(shipment.there(), blocks)));
  }

  private static BlockSums sideBySide(RelocationSessions lanes, String here, String there)
      throws SQLException {
    FutureTask<Map<Long, RowSum>> other = new FutureTask<>(() -> read(lanes.source(), here));
    Thread.ofVirtual().start(other);
    Map<Long, RowSum> mine = read(lanes.destination(), there);
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

  /** Those in which the two differ. */
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

  /** Of the source's rows, all together. */
  RowSum total() {
    return here.values().stream().reduce(RowSum.NONE, RowSum::plus);
  }

  /** With some blocks looked at anew. */
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
