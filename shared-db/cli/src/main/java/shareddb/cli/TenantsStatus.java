package shareddb.cli;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import shareddb.fleet.FleetStatus;
import shareddb.fleet.Member;
import shareddb.journal.Run;
import shareddb.journal.Runs;
import shareddb.migrate.StatementError;
import shareddb.migrate.Target;
import shareddb.names.TenantName;
import shareddb.tenants.TenantStatus;
import shareddb.tenants.Unfinished;
import shareddb.track.Migration;
import shareddb.track.Version;

/**
 * How all tenants stand: their schemas, the registry, and what the newest run left.
 *
 * @param newest the track's newest version
 */
record TenantsStatus(
    TenantFleet fleet,
    Version newest,
    FleetStatus status,
    SortedMap<TenantStatus, Long> registered,
    List<TenantName> unfinished,
    LastRun lastRun) {

  /** The newest run of this track, as far as the journal can be read. */
  sealed interface LastRun {

    record Known(Optional<Run> run) implements LastRun {}

    /** Another session keeps the journal locked. */
    record Unread() implements LastRun {}
  }

  static TenantsStatus of(TenantFleet fleet) throws SQLException {
    List<Migration> migrations = fleet.track().read();
    return new TenantsStatus(
        fleet,
        migrations.isEmpty() ? Version.NONE : migrations.getLast().version(),
        FleetStatus.of(fleet.track(), fleet.members()),
        fleet.registry().counts(),
        fleet.only().isEmpty() ? Unfinished.names(fleet.registry()) : List.of(),
        lastRun(fleet));
  }

  private static LastRun lastRun(TenantFleet fleet) throws SQLException {
    try {
      Runs runs = new Runs(fleet.settings().admin());
      return new LastRun.Known(runs.newest(fleet.track(), 1).stream().findFirst());
    } catch (SQLException e) {
      if (StatementError.of(e).isForLock()) {
        return new LastRun.Unread();
      }
      throw e;
    }
  }

  int tenants() {
    return status.members();
  }

  /** How many stand at each version; those without a schema stand at none. */
  SortedMap<Version, Long> versions() {
    SortedMap<Version, Long> versions = new TreeMap<>();
    status.positions().values().stream()
        .filter(position -> !position.ground().isBare())
        .forEach(position -> versions.merge(position.current(), 1L, Long::sum));
    return versions;
  }

  /** Who waits for a repeatable migration alone. */
  List<Member> oldTexts() {
    return status.positions().entrySet().stream()
        .filter(entry -> entry.getValue().pending().isEmpty() && entry.getValue().isBehind())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Those that could not be looked at, and why. */
  Map<Member, String> unseen() {
    return status.unseen();
  }

  LostTenantsText lost() {
    return new LostTenantsText(fleet.registry().module(), status.lost());
  }

  /** Tenants whose schema or database is still to be made. */
  List<Member> missing() {
    return status.positions().entrySet().stream()
        .filter(entry -> entry.getValue().ground().isBare())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whose history does not fit the files. */
  List<Member> wrong() {
    return status.wrong();
  }

  /** Schemas without a row. */
  List<Target> orphans() {
    return fleet.only().isEmpty() ? status.orphans() : List.of();
  }

  boolean asItShouldBe() {
    return status.behind().isEmpty()
        && wrong().isEmpty()
        && orphans().isEmpty()
        && unseen().isEmpty()
        && lost().isEmpty()
        && unfinished.isEmpty();
  }
}
