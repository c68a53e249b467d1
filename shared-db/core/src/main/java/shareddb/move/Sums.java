package shareddb.move;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import shareddb.jdbc.Query;

/** The rows of a table on both sides, block by block. */
record Sums(Map<Long, Sum> here, Map<Long, Sum> there) {

  /** Of all rows: side by side, as two sessions are there for it. */
  static Sums of(Lanes lanes, Shipment shipment) throws SQLException {
    return sideBySide(lanes, shipment.sums(shipment.here()), shipment.sums(shipment.there()));
  }

  /** Of all rows of the source, beside what is known of the destination. */
  static Sums here(Lanes lanes, Shipment shipment, Map<Long, Sum> there) throws SQLException {
    return new Sums(read(lanes.source(), shipment.sums(shipment.here())), there);
  }

  /** Of those in some blocks. */
  static Sums within(Lanes lanes, Shipment shipment, List<Long> blocks) throws SQLException {
    return sideBySide(
        lanes,
        shipment.sums(shipment.within(shipment.here(), blocks)),
        shipment.sums(shipment.within(shipment.there(), blocks)));
  }

  private static Sums sideBySide(Lanes lanes, String here, String there) throws SQLException {
    FutureTask<Map<Long, Sum>> other = new FutureTask<>(() -> read(lanes.source(), here));
    Thread.ofVirtual().start(other);
    Map<Long, Sum> mine = read(lanes.destination(), there);
    try {
      return new Sums(other.get(), mine);
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
        block -> here.getOrDefault(block, Sum.NONE).equals(there.getOrDefault(block, Sum.NONE)));
    return List.copyOf(blocks);
  }

  boolean isNothingThere() {
    return there.isEmpty();
  }

  /** Of the source's rows, all together. */
  Sum total() {
    return here.values().stream().reduce(Sum.NONE, Sum::plus);
  }

  /** With some blocks looked at anew. */
  Sums with(List<Long> blocks, Sums anew) {
    return new Sums(replaced(here, blocks, anew.here), replaced(there, blocks, anew.there));
  }

  private static Map<Long, Sum> replaced(
      Map<Long, Sum> sums, List<Long> blocks, Map<Long, Sum> anew) {
    Map<Long, Sum> all = new HashMap<>(sums);
    blocks.forEach(all::remove);
    all.putAll(anew);
    return all;
  }

  private static Map<Long, Sum> read(Connection connection, String sql) throws SQLException {
    Map<Long, Sum> sums = new HashMap<>();
    Query.of(connection, sql)
        .each(
            row ->
                sums.put(
                    row.getLong(1), new Sum(row.getLong(2), new BigDecimal(row.getString(3)))));
    return sums;
  }
}
