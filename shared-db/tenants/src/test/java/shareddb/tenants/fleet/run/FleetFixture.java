package shareddb.tenants.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.migrate.journal.RunJournal;
import shareddb.tenants.fleet.FleetDowngrade;
import shareddb.tenants.fleet.FleetUpgrade;
import shareddb.tenants.fleet.survey.FleetStatus;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;
import shareddb.testing.Sql;
import shareddb.testing.TrackFolder;

/** A track and a number of schemas to which it is to be applied, all in one database. */
public record FleetFixture(Login login, TrackFolder folder, List<FleetTarget> members) {

  public static final Version ONE = Version.parse("1");
  public static final Version TWO = Version.parse("2");
  public static final Version THREE = Version.parse("3");

  public static FleetFixture of(Login login, Path temporary, String prefix, int count) {
    return new FleetFixture(
        login,
        TrackFolder.withTwoVersions(temporary),
        IntStream.rangeClosed(1, count).mapToObj(i -> member(login, i, name(prefix, i))).toList());
  }

  /** The first and then every 25th has a name that is not sent together with others. */
  private static String name(String prefix, int number) {
    return prefix + (number % 25 == 1 ? " \"ü\" " : " ü ") + number;
  }

  private static FleetTarget member(Login login, int number, String schema) {
    return new FleetTarget("m" + number, new Target(login, new SchemaName(schema)));
  }

  /** One target more, as the last one. */
  FleetFixture and(String schema) {
    List<FleetTarget> more = new ArrayList<>(members);
    more.add(member(login, members.size() + 1, schema));
    return new FleetFixture(login, folder, more);
  }

  public Target target(int number) {
    return members.get(number - 1).target();
  }

  public FleetResult up() throws SQLException {
    return up(FleetOptions.USUAL, FleetListener.SILENT);
  }

  public FleetResult up(FleetOptions options, FleetListener listener) throws SQLException {
    return up(Optional.empty(), options, listener);
  }

  public FleetResult up(Version to) throws SQLException {
    return up(Optional.of(to), FleetOptions.USUAL, FleetListener.SILENT);
  }

  private FleetResult up(Optional<Version> to, FleetOptions options, FleetListener listener)
      throws SQLException {
    return FleetUpgrade.run(login, folder.track(), FleetTargets.of(members), to, options, listener);
  }

  FleetResult down(Version to) throws SQLException {
    return FleetDowngrade.run(
        login,
        folder.track(),
        FleetTargets.of(members),
        to,
        FleetOptions.USUAL,
        FleetListener.SILENT);
  }

  public FleetStatus status() throws SQLException {
    return FleetStatus.of(folder.track(), FleetTargets.of(members));
  }

  /** Every target was tried. */
  public static FleetResult.Tally done(FleetResult result) {
    assertThat(result).isInstanceOf(FleetResult.Done.class);
    return ((FleetResult.Done) result).tally();
  }

  CompletableFuture<FleetResult> async(FleetListener listener) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return up(FleetOptions.USUAL, listener);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  public FleetRunEntry newestRun() throws SQLException {
    return new RunJournal(login).newest(1).getFirst();
  }

  /** On one target's notes. */
  public void run(int number, String sql) throws SQLException {
    Sql.run(login, sql.formatted(target(number).schema().quoted("notes")));
  }

  public static String alter(String what) {
    return "ALTER TABLE \"${flyway:defaultSchema}\".notes " + what + ";";
  }

  void assertEachScriptRanOnce(int rows) throws SQLException {
    assertThat(status().behind()).isEmpty();
    for (FleetTarget member : members) {
      String sql = "SELECT count(*) FROM " + member.target().historyTable();
      assertThat(Sql.text(login, sql)).isEqualTo(String.valueOf(rows));
    }
  }
}
