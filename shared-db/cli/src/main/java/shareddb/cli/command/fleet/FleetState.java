package shareddb.cli.command.fleet;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import shareddb.base.names.TenantName;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.cli.result.LostTenantsText;
import shareddb.cli.selection.TenantFleet;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.migrate.journal.RunJournal;
import shareddb.migrate.script.StatementError;
import shareddb.tenants.fleet.survey.FleetStatus;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.registry.TenantStatus;

/**
 * The state of all tenants: their schemas, the registry, and the result of the newest run.
 *
 * @param newest the track's newest version
 */
record FleetState(
    TenantFleet fleet,
    Version newest,
    FleetStatus status,
    SortedMap<TenantStatus, Long> registered,
    List<TenantName> unfinished,
    LastRun lastRun) {

  /** The newest run of this track, if the journal can be read. */
  sealed interface LastRun {

    record Known(Optional<FleetRunEntry> run) implements LastRun {}

    /** The journal cannot be read, as another session holds a lock on it. */
    record Unread() implements LastRun {}
  }

  static FleetState of(TenantFleet fleet) throws SQLException {
    List<Migration> migrations = fleet.track().read();
    return new FleetState(
        fleet,
        migrations.isEmpty() ? Version.NONE : migrations.getLast().version(),
        FleetStatus.of(fleet.track(), fleet.members()),
        fleet.registry().counts(),
        fleet.unfinished(),
        lastRun(fleet));
  }

  private static LastRun lastRun(TenantFleet fleet) throws SQLException {
    try {
      RunJournal runs = new RunJournal(fleet.settings().admin());
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

  /** Counts the tenants at each version. Tenants without a schema are not counted. */
  SortedMap<Version, Long> versions() {
    SortedMap<Version, Long> versions = new TreeMap<>();
    status.positions().values().stream()
        .filter(position -> !position.ground().isBare())
        .forEach(position -> versions.merge(position.current(), 1L, Long::sum));
    return versions;
  }

  /** Returns the tenants that wait only for a repeatable migration. */
  List<FleetTarget> oldTexts() {
    return status.positions().entrySet().stream()
        .filter(entry -> entry.getValue().pending().isEmpty() && entry.getValue().isBehind())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the tenants that could not be read, each with the reason. */
  Map<FleetTarget, String> unseen() {
    return status.unseen();
  }

  LostTenantsText lost() {
    return new LostTenantsText(fleet.registry().module(), status.lost());
  }

  /** Returns the tenants whose schema or database is not created yet. */
  List<FleetTarget> missing() {
    return status.positions().entrySet().stream()
        .filter(entry -> entry.getValue().ground().isBare())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the tenants whose history does not fit the files. */
  List<FleetTarget> wrong() {
    return status.wrong();
  }

  /** Returns the schemas that have no row in the registry. */
  List<Target> orphans() {
    return fleet.isWhole() ? status.orphans() : List.of();
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
