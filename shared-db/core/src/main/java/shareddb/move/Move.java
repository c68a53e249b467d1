package shareddb.move;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.journal.Journal;
import shareddb.migrate.Blocker;
import shareddb.migrate.HistoryLock;
import shareddb.migrate.OperationOutcome;
import shareddb.migrate.UnrecordedCaller;
import shareddb.names.Sha256;
import shareddb.settings.Login;
import shareddb.tenants.Arrival;
import shareddb.tenants.TenantKey;

/**
 * Moves all rows of a tenant from one place to another. Whatever stops it before the switch, the
 * source serves on, and the same again goes on with what has come; whatever stops it behind it, the
 * destination serves.
 *
 * @param registries the database that says who serves what
 * @param patience for how long whoever is in the way is waited for
 */
public record Move(
    Place from, Place to, Login registries, Duration patience, MoveListener listener) {

  public MoveResult run() throws SQLException {
    MoveResult result = crossed();
    return switch (result) {
      case MoveResult.Moved moved -> {
        retire();
        yield moved;
      }
      case MoveResult.ThereAlready there -> {
        retire();
        yield there;
      }
      case MoveResult.Refused refused -> refused;
      case MoveResult.StillKept kept -> kept;
      case MoveResult.InTheWay inTheWay -> inTheWay;
      case MoveResult.Unknown unknown -> unknown;
      case MoveResult.TakenBack takenBack -> takenBack;
    };
  }

  /** What cannot be called otherwise just now is, when it is taken away. */
  private void retire() {
    try {
      from.retire(patience);
    } catch (SQLException e) {
      // It is served at the destination, whatever its old server says.
      return;
    }
  }

  private MoveResult crossed() throws SQLException {
    if (from.hasMovedTo(to)) {
      return new MoveResult.ThereAlready(from, to);
    }
    List<String> obstacles = MovePlan.obstacles(from, to);
    if (!obstacles.isEmpty()) {
      return new MoveResult.Refused(obstacles);
    }
    try (Connection source = Lanes.connect(from.target().admin());
        Connection registry = Lanes.connect(registries)) {
      Optional<Blocker> holder = lock(from, source, registry);
      if (holder.isPresent()) {
        return new MoveResult.InTheWay(holder.get().worksOn(from.target()));
      }
      // Whoever had the lock before may have moved it.
      return from.hasMovedTo(to)
          ? new MoveResult.ThereAlready(from, to)
          : recorded(source, registry);
    }
  }

  private MoveResult recorded(Connection source, Connection registry) throws SQLException {
    return new Journal(registries)
        .during(
            "move", from.track(), from.target(), () -> prepared(source, registry), Move::outcome);
  }

  private static OperationOutcome outcome(MoveResult result) {
    return switch (result) {
      case MoveResult.Moved moved -> OperationOutcome.done();
      case MoveResult.ThereAlready there -> OperationOutcome.done();
      case MoveResult.Refused(List<String> problems) ->
          OperationOutcome.failed(String.join("; ", problems));
      case MoveResult.StillKept kept -> OperationOutcome.failed("what it left there is still kept");
      case MoveResult.InTheWay(String who) -> OperationOutcome.failed(who);
      case MoveResult.Unknown(String why) ->
          new OperationOutcome.Unknown("it is not known whether it was done: " + why);
      case MoveResult.TakenBack(String why, Optional<String> left) -> OperationOutcome.failed(why);
    };
  }

  private MoveResult prepared(Connection source, Connection registry) throws SQLException {
    Optional<TenantKey> key =
        from instanceof ProjectPlace && to instanceof TenantPlace
            ? Optional.of(TenantKey.fresh())
            : Optional.empty();
    // Until the switch, one of a tenant that brings its own is a hash of nothing that anybody has.
    String hash = key.map(TenantKey::hash).orElseGet(() -> Sha256.of(TenantKey.fresh().value()));
    return switch (to.prepare(from, hash, patience)) {
      case Arrival.Refused(List<String> problems) -> new MoveResult.Refused(problems);
      case Arrival.Kept() -> new MoveResult.StillKept(to);
      case Arrival.Postponed(String why) -> new MoveResult.InTheWay(why);
      case Arrival.Ready() -> new Crossover(this, key, hash).run(source, registry);
    };
  }

  /**
   * Nobody moves or migrates a place meanwhile. The lock is held by the session that switches,
   * where the place is in its database: who has lost it cannot switch.
   */
  Optional<Blocker> lock(Place place, Connection otherwise, Connection registry)
      throws SQLException {
    Connection session =
        Databases.areOne(place.target().admin(), registries) ? registry : otherwise;
    return HistoryLock.take(session, place.target(), UnrecordedCaller.waiting(patience));
  }
}
