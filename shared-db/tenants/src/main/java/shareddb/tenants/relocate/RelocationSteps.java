package shareddb.tenants.relocate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.migrate.lock.Blocker;
import shareddb.tenants.registry.TenantKey;
import shareddb.tenants.relocate.copy.CatchUp;
import shareddb.tenants.relocate.copy.Destination;
import shareddb.tenants.relocate.copy.EqualTable;
import shareddb.tenants.relocate.copy.IdCounters;
import shareddb.tenants.relocate.copy.RelocationLost;
import shareddb.tenants.relocate.copy.TableTransfer;
import shareddb.tenants.relocate.copy.TableTransfers;
import shareddb.tenants.relocate.place.RelocationSessions;
import shareddb.tenants.relocate.place.TableColumns;

/**
 * The steps of a relocation: copies the rows, blocks writes, copies the last changes, and switches.
 */
final class RelocationSteps {

  /**
   * How often the relocation tries to get the write lock, if transactions that write do not end.
   */
  private static final int MOST_TRIES = 10;

  private final Relocation move;
  private final Optional<TenantKey> key;
  private final String keyHash;
  private final long start = System.nanoTime();
  private RelocationResult.@Nullable Moved moved;

  RelocationSteps(Relocation move, Optional<TenantKey> key, String keyHash) {
    this.move = move;
    this.key = key;
    this.keyHash = keyHash;
  }

  RelocationResult run(Connection source, Connection registry) throws SQLException {
    try (Connection destination = RelocationSessions.connect(move.to().target().admin())) {
      Optional<Blocker> holder = move.lock(move.to(), destination, registry);
      return holder.isPresent()
          ? new RelocationResult.InTheWay(holder.get().worksOn(move.to().target()))
          : across(new RelocationSessions(source, destination, registry));
    } catch (SQLException | RelocationLost e) {
      // This session holds locks that removing the destination needs.
      registry.close();
      return ended(e);
    }
  }

  /**
   * Ends a relocation that failed. If the outcome of the switch is unknown, the registry decides,
   * after its transactions have ended.
   */
  private RelocationResult ended(Exception e) {
    String why = String.valueOf(e.getMessage());
    try {
      Optional<String> left = move.to().turnBack(move.patience());
      RelocationResult done = moved;
      return done != null && move.to().isServed()
          ? done
          : new RelocationResult.TakenBack(why, left);
    } catch (SQLException still) {
      return moved != null
          ? new RelocationResult.Unknown(why)
          : new RelocationResult.TakenBack(why, Optional.of(String.valueOf(still.getMessage())));
    }
  }

  private RelocationResult across(RelocationSessions sessions) throws SQLException {
    List<TableTransfer> transfers =
        TableTransfers.of(
            sessions.source(),
            move.from(),
            move.to(),
            TableColumns.of(sessions.destination(), move.to().target().schema()));
    Destination arriving = new Destination(move.to(), move.registries());
    CatchUp catchUp = new CatchUp(sessions, arriving, transfers, move.listener());
    int passes = catchUp.run();
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      long shut = System.nanoTime();
      move.listener().shuts();
      try (WriteFence fence = new WriteFence(move, sessions.registry())) {
        if (fence.shut(move.from())) {
          return switched(sessions, fence, catchUp, transfers, new Course(passes, shut));
        }
      }
      passes += catchUp.run();
    }
    throw new RelocationLost("a transaction writes without an end at " + move.from().label());
  }

  /** The passes before the switch, and the time at which writes were blocked. */
  private record Course(int passes, long shut) {}

  private RelocationResult switched(
      RelocationSessions sessions,
      WriteFence fence,
      CatchUp catchUp,
      List<TableTransfer> transfers,
      Course course)
      throws SQLException {
    List<EqualTable> checked = catchUp.finish();
    new IdCounters(sessions, move.from()).goOn(transfers);
    fence.hold();
    new RegistrySwitch(move.from(), move.to(), keyHash).in(sessions.registry());
    moved = result(checked, course.passes(), course.shut());
    fence.commit();
    moved = result(checked, course.passes(), course.shut());
    return moved;
  }

  private RelocationResult.Moved result(List<EqualTable> checked, int passes, long shut) {
    long now = System.nanoTime();
    return new RelocationResult.Moved(
        move.from(),
        move.to(),
        checked,
        passes,
        Duration.ofNanos(now - shut),
        Duration.ofNanos(now - start),
        key);
  }
}
