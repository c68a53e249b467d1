package shareddb.move;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Brings the destination nearer to the source, while the source is written to. */
final class CatchUp {

  private static final int MOST_PASSES = 5;

  /** What is over so soon is not worth another one. */
  private static final Duration SHORT = Duration.ofMillis(500);

  private final Lanes lanes;
  private final Mending mending;
  private final List<Shipment> shipments;
  private final MoveListener listener;

  /** What is there: nobody else writes it, so it need not be looked at again. */
  private final Map<Shipment, Map<Long, Sum>> there = new HashMap<>();

  CatchUp(Lanes lanes, Arriving arriving, List<Shipment> shipments, MoveListener listener) {
    this.lanes = lanes;
    this.mending = new Mending(lanes, arriving, listener);
    this.shipments = shipments;
    this.listener = listener;
  }

  /** How often it looked at everything, until little differed. */
  int run() throws SQLException {
    int passes = 0;
    boolean near = false;
    while (!near && passes < MOST_PASSES) {
      passes++;
      long start = System.nanoTime();
      Map<Shipment, List<Long>> mended = pass();
      int blocks = mended.values().stream().mapToInt(List::size).sum();
      listener.passed(passes, blocks);
      near = blocks == 0 || System.nanoTime() - start < SHORT.toNanos();
      if (near || passes == MOST_PASSES) {
        lookAgain(mended);
      }
    }
    return passes;
  }

  private Map<Shipment, List<Long>> pass() throws SQLException {
    Map<Shipment, List<Long>> mended = new HashMap<>();
    for (Shipment shipment : shipments) {
      Sums sums = Sums.of(lanes, shipment);
      mending.mend(shipment, sums);
      mended.put(shipment, sums.differing());
      there.put(shipment, sums.there());
    }
    return mended;
  }

  private void lookAgain(Map<Shipment, List<Long>> mended) throws SQLException {
    for (Map.Entry<Shipment, List<Long>> entry : mended.entrySet()) {
      Shipment shipment = entry.getKey();
      Map<Long, Sum> known = new HashMap<>(Objects.requireNonNull(there.get(shipment)));
      entry.getValue().forEach(known::remove);
      known.putAll(Sums.within(lanes, shipment, entry.getValue()).there());
      there.put(shipment, known);
    }
  }

  /** The last time, while nobody writes: afterwards both sides are equal, or it fails. */
  List<Checked> finish() throws SQLException {
    List<Checked> checked = new ArrayList<>();
    for (Shipment shipment : shipments) {
      Sums sums = Sums.here(lanes, shipment, Objects.requireNonNull(there.get(shipment)));
      List<Long> blocks = sums.differing();
      if (!blocks.isEmpty()) {
        mending.mend(shipment, sums);
        sums = sums.with(blocks, Sums.within(lanes, shipment, blocks));
      }
      if (!shipment.isCommon()) {
        checked.add(Checked.of(shipment.table(), sums));
      }
    }
    return List.copyOf(checked);
  }
}
