package shareddb.tenants.relocate.copy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import shareddb.tenants.relocate.place.RelocationSessions;

/** Copies differing blocks to the destination while the source is still written to. */
public final class CatchUp {

  private static final int MOST_PASSES = 5;

  /** After a pass as short as this another pass gains nothing. */
  private static final Duration SHORT = Duration.ofMillis(500);

  private final RelocationSessions sessions;
  private final TableRepair mending;
  private final List<TableTransfer> transfers;
  private final RelocationListener listener;

  /**
   * The destination's sums. Only this relocation writes to the destination, so they need no second
   * read.
   */
  private final Map<TableTransfer, Map<Long, RowSum>> there = new HashMap<>();

  public CatchUp(
      RelocationSessions sessions,
      Destination arriving,
      List<TableTransfer> transfers,
      RelocationListener listener) {
    this.sessions = sessions;
    this.mending = new TableRepair(sessions, arriving, listener);
    this.transfers = transfers;
    this.listener = listener;
  }

  /** Compares and copies until little differs; returns the number of passes. */
  public int run() throws SQLException {
    int passes = 0;
    boolean near = false;
    while (!near && passes < MOST_PASSES) {
      passes++;
      long start = System.nanoTime();
      Map<TableTransfer, List<Long>> mended = pass();
      int blocks = mended.values().stream().mapToInt(List::size).sum();
      listener.passed(passes, blocks);
      near = blocks == 0 || System.nanoTime() - start < SHORT.toNanos();
      if (near || passes == MOST_PASSES) {
        lookAgain(mended);
      }
    }
    return passes;
  }

  private Map<TableTransfer, List<Long>> pass() throws SQLException {
    Map<TableTransfer, List<Long>> mended = new HashMap<>();
    for (TableTransfer transfer : transfers) {
      BlockSums sums = BlockSums.of(sessions, transfer);
      mending.mend(transfer, sums);
      mended.put(transfer, sums.differing());
      there.put(transfer, sums.there());
    }
    return mended;
  }

  private void lookAgain(Map<TableTransfer, List<Long>> mended) throws SQLException {
    for (Map.Entry<TableTransfer, List<Long>> entry : mended.entrySet()) {
      TableTransfer transfer = entry.getKey();
      Map<Long, RowSum> known = new HashMap<>(Objects.requireNonNull(there.get(transfer)));
      entry.getValue().forEach(known::remove);
      known.putAll(BlockSums.within(sessions, transfer, entry.getValue()).there());
      there.put(transfer, known);
    }
  }

  /** The last pass, while writes are blocked. Afterwards both sides are equal, or it throws. */
  public List<EqualTable> finish() throws SQLException {
    List<EqualTable> checked = new ArrayList<>();
    for (TableTransfer transfer : transfers) {
      BlockSums sums =
          BlockSums.here(sessions, transfer, Objects.requireNonNull(there.get(transfer)));
      List<Long> blocks = sums.differing();
      if (!blocks.isEmpty()) {
        mending.mend(transfer, sums);
        sums = sums.with(blocks, BlockSums.within(sessions, transfer, blocks));
      }
      if (!transfer.isCommon()) {
        checked.add(EqualTable.of(transfer.table(), sums));
      }
    }
    return List.copyOf(checked);
  }
}
