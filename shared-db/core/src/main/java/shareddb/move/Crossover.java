package shareddb.move;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.migrate.Blocker;
import shareddb.tenants.TenantKey;

/** From a destination that is empty, or nearly so, to one that serves. */
final class Crossover {

  /** So often the gate is tried where writers do not come to an end. */
  private static final int MOST_TRIES = 10;

  private final Move move;
  private final Optional<TenantKey> key;
  private final String keyHash;
  private final long start = System.nanoTime();
  private MoveResult.@Nullable Moved moved;

  Crossover(Move move, Optional<TenantKey> key, String keyHash) {
    this.move = move;
    this.key = key;
    this.keyHash = keyHash;
  }

  MoveResult run(Connection source, Connection registry) throws SQLException {
    try (Connection destination = Lanes.connect(move.to().target().admin())) {
      Optional<Blocker> holder = move.lock(move.to(), destination, registry);
      return holder.isPresent()
          ? new MoveResult.InTheWay(holder.get().worksOn(move.to().target()))
          : across(new Lanes(source, destination, registry));
    } catch (SQLException | MoveLost e) {
      // It holds locks that whoever takes the destination away needs.
      registry.close();
      return ended(e);
    }
  }

  /** Where nobody knows whether the switch was done, the registry does, once it is at rest. */
  private MoveResult ended(Exception e) {
    String why = String.valueOf(e.getMessage());
    try {
      Optional<String> left = move.to().turnBack(move.patience());
      MoveResult done = moved;
      return done != null && move.to().isServed() ? done : new MoveResult.TakenBack(why, left);
    } catch (SQLException still) {
      return moved != null
          ? new MoveResult.Unknown(why)
          : new MoveResult.TakenBack(why, Optional.of(String.valueOf(still.getMessage())));
    }
  }

  private MoveResult across(Lanes lanes) throws SQLException {
    List<Shipment> shipments =
        Shipments.of(
            lanes.source(),
            move.from(),
            move.to(),
            Columns.of(lanes.destination(), move.to().target().schema()));
    Arriving arriving = new Arriving(move.to(), move.registries());
    CatchUp catchUp = new CatchUp(lanes, arriving, shipments, move.listener());
    int passes = catchUp.run();
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      long shut = System.nanoTime();
      move.listener().shuts();
      try (Fence fence = new Fence(move, lanes.registry())) {
        if (fence.shut(move.from())) {
          return switched(lanes, fence, catchUp, shipments, new Course(passes, shut));
        }
      }
      passes += catchUp.run();
    }
    throw new MoveLost("somebody writes without an end at " + move.from().label());
  }

  /** How it came to the switch: after so many passes, and shut since then. */
  private record Course(int passes, long shut) {}

  private MoveResult switched(
      Lanes lanes, Fence fence, CatchUp catchUp, List<Shipment> shipments, Course course)
      throws SQLException {
    List<Checked> checked = catchUp.finish();
    new Counters(lanes, move.from()).goOn(shipments);
    fence.hold();
    new Switch(move.from(), move.to(), keyHash).in(lanes.registry());
    moved = result(checked, course.passes(), course.shut());
    fence.commit();
    moved = result(checked, course.passes(), course.shut());
    return moved;
  }

  private MoveResult.Moved result(List<Checked> checked, int passes, long shut) {
    long now = System.nanoTime();
    return new MoveResult.Moved(
        move.from(),
        move.to(),
        checked,
        passes,
        Duration.ofNanos(now - shut),
        Duration.ofNanos(now - start),
        key);
  }
}
