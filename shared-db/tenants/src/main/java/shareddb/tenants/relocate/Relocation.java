package shareddb.tenants.relocate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.base.names.Sha256;
import shareddb.base.settings.Login;
import shareddb.migrate.journal.Journal;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.HistoryLock;
import shareddb.migrate.record.OperationOutcome;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.tenants.registry.TenantKey;
import shareddb.tenants.relocate.copy.RelocationListener;
import shareddb.tenants.relocate.place.ProjectPlace;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.RelocationSessions;
import shareddb.tenants.relocate.place.SameDatabase;
import shareddb.tenants.relocate.place.TenantPlace;
import shareddb.tenants.relocate.registry.ArrivalResult;

/**
 * Relocates a tenant: copies all its rows from one place to another and then switches. If it stops
 * before the switch, the source still serves, and the next run continues with the rows already
 * copied. If it stops after the switch, the destination serves.
 *
 * @param registries the database whose registry says which place serves the tenant
 * @param patience how long to wait for a session that holds a lock
 */
public record Relocation(
    RelocationPlace from,
    RelocationPlace to,
    Login registries,
    Duration patience,
    RelocationListener listener) {

  public RelocationResult run() throws SQLException {
    RelocationResult result = crossed();
    return switch (result) {
      case RelocationResult.Moved moved -> {
        retire();
        yield moved;
      }
      case RelocationResult.ThereAlready there -> {
        retire();
        yield there;
      }
      case RelocationResult.Refused refused -> refused;
      case RelocationResult.StillKept kept -> kept;
      case RelocationResult.InTheWay inTheWay -> inTheWay;
      case RelocationResult.Unknown unknown -> unknown;
      case RelocationResult.TakenBack takenBack -> takenBack;
    };
  }

  /**
   * Renames what is left at the source. If a session blocks the rename, removing the leftover
   * renames it first.
   */
  private void retire() {
    try {
      from.retire(patience);
    } catch (SQLException e) {
      // The destination serves the tenant already, so an error of the old server changes nothing.
      return;
    }
  }

  private RelocationResult crossed() throws SQLException {
    if (from.hasMovedTo(to)) {
      return new RelocationResult.ThereAlready(from, to);
    }
    List<String> obstacles = RelocationPlan.obstacles(from, to);
    if (!obstacles.isEmpty()) {
      return new RelocationResult.Refused(obstacles);
    }
    try (Connection source = RelocationSessions.connect(from.target().admin());
        Connection registry = RelocationSessions.connect(registries)) {
      Optional<Blocker> holder = lock(from, source, registry);
      if (holder.isPresent()) {
        return new RelocationResult.InTheWay(holder.get().worksOn(from.target()));
      }
      // The session that held the lock before may have relocated the tenant.
      return from.hasMovedTo(to)
          ? new RelocationResult.ThereAlready(from, to)
          : recorded(source, registry);
    }
  }

  private RelocationResult recorded(Connection source, Connection registry) throws SQLException {
    return new Journal(registries)
        .during(
            "move",
            from.track(),
            from.target(),
            () -> prepared(source, registry),
            Relocation::outcome);
  }

  private static OperationOutcome outcome(RelocationResult result) {
    return switch (result) {
      case RelocationResult.Moved moved -> OperationOutcome.done();
      case RelocationResult.ThereAlready there -> OperationOutcome.done();
      case RelocationResult.Refused(List<String> problems) ->
          OperationOutcome.failed(String.join("; ", problems));
      case RelocationResult.StillKept kept ->
          OperationOutcome.failed("what it left there is still kept");
      case RelocationResult.InTheWay(String who) -> OperationOutcome.failed(who);
      case RelocationResult.Unknown(String why) ->
          new OperationOutcome.Unknown("it is not known whether it was done: " + why);
      case RelocationResult.TakenBack(String why, Optional<String> left) ->
          OperationOutcome.failed(why);
    };
  }

  private RelocationResult prepared(Connection source, Connection registry) throws SQLException {
    Optional<TenantKey> key =
        from instanceof ProjectPlace && to instanceof TenantPlace
            ? Optional.of(TenantKey.fresh())
            : Optional.empty();
    // A tenant that brings its own key gets a random hash until the switch. No caller has a key for
    // it.
    String hash = key.map(TenantKey::hash).orElseGet(() -> Sha256.of(TenantKey.fresh().value()));
    return switch (to.prepare(from, hash, patience)) {
      case ArrivalResult.Refused(List<String> problems) -> new RelocationResult.Refused(problems);
      case ArrivalResult.Kept() -> new RelocationResult.StillKept(to);
      case ArrivalResult.Postponed(String why) -> new RelocationResult.InTheWay(why);
      case ArrivalResult.Ready() -> new RelocationSteps(this, key, hash).run(source, registry);
    };
  }

  /**
   * Locks the place's history, so that no other session relocates or migrates it. If the place is
   * in the registries' database, the session that switches holds the lock: a session that has lost
   * its lock cannot switch.
   */
  Optional<Blocker> lock(RelocationPlace place, Connection otherwise, Connection registry)
      throws SQLException {
    Connection session =
        SameDatabase.areOne(place.target().admin(), registries) ? registry : otherwise;
    return HistoryLock.take(session, place.target(), UnrecordedListener.waiting(patience));
  }
}
