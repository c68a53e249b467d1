package shareddb.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import shareddb.TrackFolder;
import shareddb.journal.Run;
import shareddb.journal.Runs;
import shareddb.migrate.Sql;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;
import shareddb.settings.Login;
import shareddb.track.Version;

/** A track and a number of schemas to which it is to be applied, all in one database. */
record FleetFixture(Login login, TrackFolder folder, List<Member> members) {

  static final Version ONE = Version.parse("1");
  static final Version TWO = Version.parse("2");
  static final Version THREE = Version.parse("3");

  static FleetFixture of(Login login, Path temporary, String prefix, int count) {
    return new FleetFixture(
        login,
        TrackFolder.withTwoVersions(temporary),
        IntStream.rangeClosed(1, count).mapToObj(i -> member(login, i, name(prefix, i))).toList());
  }

  /** The first and then every 25th has a name that is not sent together with others. */
  private static String name(String prefix, int number) {
    return prefix + (number % 25 == 1 ? " \"ü\" " : " ü ") + number;
  }

  private static Member member(Login login, int number, String schema) {
    return new Member("m" + number, new Target(login, new SchemaName(schema)));
  }

  /** One target more, as the last one. */
  FleetFixture and(String schema) {
    List<Member> more = new ArrayList<>(members);
    more.add(member(login, members.size() + 1, schema));
    return new FleetFixture(login, folder, more);
  }

  Target target(int number) {
    return members.get(number - 1).target();
  }

  FleetResult up() throws SQLException {
    return up(FleetOptions.USUAL, FleetListener.SILENT);
  }

  FleetResult up(FleetOptions options, FleetListener listener) throws SQLException {
    return up(Optional.empty(), options, listener);
  }

  FleetResult up(Version to) throws SQLException {
    return up(Optional.of(to), FleetOptions.USUAL, FleetListener.SILENT);
  }

  private FleetResult up(Optional<Version> to, FleetOptions options, FleetListener listener)
      throws SQLException {
    return FleetUpgrade.run(login, folder.track(), Members.of(members), to, options, listener);
  }

  FleetResult down(Version to) throws SQLException {
    return FleetDowngrade.run(
        login, folder.track(), Members.of(members), to, FleetOptions.USUAL, FleetListener.SILENT);
  }

  FleetStatus status() throws SQLException {
    return FleetStatus.of(folder.track(), Members.of(members));
  }

  /** Every target was tried. */
  static FleetResult.Tally done(FleetResult result) {
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

  Run newestRun() throws SQLException {
    return new Runs(login).newest(1).getFirst();
  }

  /** On one target's notes. */
  void run(int number, String sql) throws SQLException {
    Sql.run(login, sql.formatted(target(number).schema().quoted("notes")));
  }

  static String alter(String what) {
    return "ALTER TABLE \"${flyway:defaultSchema}\".notes " + what + ";";
  }

  void assertEachScriptRanOnce(int rows) throws SQLException {
    assertThat(status().behind()).isEmpty();
    for (Member member : members) {
      String sql = "SELECT count(*) FROM " + member.target().historyTable();
      assertThat(Sql.text(login, sql)).isEqualTo(String.valueOf(rows));
    }
  }
}
