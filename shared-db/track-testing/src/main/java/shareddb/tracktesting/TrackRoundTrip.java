package shareddb.tracktesting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.record.OperationRecorder;
import shareddb.migrate.rollout.PhasedChange;
import shareddb.migrate.rollout.RolloutListener;
import shareddb.migrate.rollout.RolloutResult;
import shareddb.migrate.rollout.RowsPhase;
import shareddb.schema.catalog.Catalog;
import shareddb.schema.catalog.CatalogDifference;

/**
 * Takes a track up, down to nothing and up again, a version at a time, and holds the catalog at
 * each version against the one that it had the first time. With rows in it: a migration that works
 * on empty tables only is none. No step may change a moment in a row, such as updated_at: a
 * migration fills columns in, and the people whose rows these are have changed nothing.
 */
public final class TrackRoundTrip {

  /** The schema's name has in it what breaks a script that does not quote it well. */
  private static final String SCHEMA = "o'brien \"$$\" \\ ü ";

  /**
   * Puts rows into the tables as they are at a version. The search_path of the session is the
   * schema.
   */
  @FunctionalInterface
  public interface Rows {
    void insert(Version version, Connection admin) throws SQLException;
  }

  /** One version up or down. */
  @FunctionalInterface
  private interface Step {
    void run() throws SQLException;
  }

  private final Track track;
  private final Target target;
  private final Rows rows;
  private final Map<Version, Catalog> first = new TreeMap<>();
  private final List<String> deviations = new ArrayList<>();

  private TrackRoundTrip(Track track, Target target, Rows rows) {
    this.track = track;
    this.target = target;
    this.rows = rows;
  }

  /** Returns in which versions which objects came out otherwise than the first time: none. */
  public static List<String> deviations(Track track, Login admin, Rows rows) throws SQLException {
    SchemaName schema = new SchemaName(SCHEMA + track.part().orElse(""));
    TrackRoundTrip trip = new TrackRoundTrip(track, new Target(admin, schema), rows);
    trip.run();
    return List.copyOf(trip.deviations);
  }

  private void run() throws SQLException {
    List<Version> versions = track.read().stream().map(Migration::version).toList();
    for (Version version : versions) {
      watch("up to " + version, () -> up(version));
      first.put(version, catalog());
      insert(version);
    }
    for (Version version : versions.reversed()) {
      compare("down to", version);
      watch("down from " + version, this::down);
    }
    if (!catalog().definitions().isEmpty()) {
      deviations.add("down to nothing: still there is " + catalog().definitions().keySet());
    }
    for (Version version : versions) {
      watch("up again to " + version, () -> up(version));
      compare("up again to", version);
    }
  }

  private void watch(String way, Step step) throws SQLException {
    RowTimes before = times();
    step.run();
    before.newIn(times()).forEach(change -> deviations.add(way + ": " + change));
  }

  private void up(Version version) throws SQLException {
    UpgradeResult result = Upgrade.run(track, target, version);
    if (result instanceof UpgradeResult.ContractWaits) {
      fill();
      result = Upgrade.run(track, target, version);
    }
    if (!(result instanceof UpgradeResult.Upgraded)) {
      throw new AssertionError("up to " + version + ": " + result);
    }
  }

  /** Fills the rows of an expanding migration, as a rollout does before the contract. */
  private void fill() throws SQLException {
    PhasedChange change = PhasedChange.next(CurrentState.of(track, target)).orElseThrow();
    RolloutListener unrecorded = () -> OperationRecorder.UNRECORDED;
    Optional<RolloutResult> end = new RowsPhase(track, target, unrecorded).fill(change);
    if (end.isPresent()) {
      throw new AssertionError("the back-fill of " + change.expand().script() + ": " + end.get());
    }
  }

  private void down() throws SQLException {
    DowngradeResult result = Downgrade.run(track, target, new DowngradeTo.Steps(1));
    if (!(result instanceof DowngradeResult.Downgraded)) {
      throw new AssertionError("one step down: " + result);
    }
  }

  private void insert(Version version) throws SQLException {
    try (Connection connection = target.admin().connect()) {
      Query.execute(connection, "SET search_path = " + target.schema().quoted());
      rows.insert(version, connection);
    }
  }

  private void compare(String way, Version version) throws SQLException {
    Catalog wanted = Objects.requireNonNull(first.get(version));
    for (CatalogDifference difference : wanted.differences(catalog())) {
      deviations.add(way + " " + version + ": " + difference);
    }
  }

  private RowTimes times() throws SQLException {
    try (Connection connection = target.admin().connect()) {
      return RowTimes.read(connection, target.schema());
    }
  }

  private Catalog catalog() throws SQLException {
    try (Connection connection = target.admin().connect()) {
      return Catalog.read(connection, target.schema());
    }
  }
}
