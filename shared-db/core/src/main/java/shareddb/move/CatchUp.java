package shareddb.move;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brings the destination nearer to the source, while the source is written to. */
final class CatchUp {

  private static final int MOST_PASSES = 5;

  /** What is over so soon is not worth another one. */
  private static final Duration SHORT = Duration.ofMillis(500);

  private final Lanes lanes;
  private final Mending mending;
  private final List<Shipment> shipments;
  private final MoveListener listener;

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
      long start = System.nanoTime();
      int blocks = 0;
      for (Shipment shipment : shipments) {
        blocks += mending.mend(shipment, Sums.of(lanes, shipment));
      }
      passes++;
      listener.passed(passes, blocks);
      near = blocks == 0 || System.nanoTime() - start < SHORT.toNanos();
    }
    return passes;
  }

  /** The last time, while nobody writes: afterwards both sides are equal, or it fails. */
  List<Checked> finish() throws SQLException {
    List<Checked> checked = new ArrayList<>();
    for (Shipment shipment : shipments) {
      Sums sums = Sums.of(lanes, shipment);
      List<Long> blocks = sums.differing();
      mending.mend(shipment, sums);
      if (!blocks.isEmpty()) {
        sums = sums.with(blocks, Sums.within(lanes, shipment, blocks));
      }
      if (!shipment.isCommon()) {
        checked.add(Checked.of(shipment.table(), sums));
      }
    }
    return List.copyOf(checked);
  }
}
