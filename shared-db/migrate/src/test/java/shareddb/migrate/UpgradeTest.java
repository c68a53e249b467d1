package shareddb.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import shareddb.base.names.SchemaName;
import shareddb.base.track.InvalidTrack;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.lock.HistoryLock;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

final class UpgradeTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final Version ONE = Version.parse("1");
  private static final Version TWO = Version.parse("2");

  @TempDir private Path temporary;

  @Test
  void whatIsPendingIsAppliedOnce() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = target("once");

    assertThat(Upgrade.run(track, target, ONE))
        .isInstanceOfSatisfying(
            UpgradeResult.Upgraded.class,
            up ->
                assertThat(up.steps())
                    .extracting(step -> step.version().orElseThrow())
                    .containsExactly(ONE));
    assertThat(Upgrade.run(track, target))
        .isInstanceOfSatisfying(
            UpgradeResult.Upgraded.class,
            up -> {
              assertThat(up.from()).isEqualTo(ONE);
              assertThat(up.to()).isEqualTo(TWO);
            });
    assertThat(Upgrade.run(track, target)).isEqualTo(new UpgradeResult.UpToDate(TWO));
    assertThat(Upgrade.run(track, target, ONE))
        .isEqualTo(new UpgradeResult.AlreadyBeyond(TWO, ONE));
    assertThat(Upgrade.run(track, target, Version.parse("9")))
        .isEqualTo(new UpgradeResult.UnknownVersion(Version.parse("9"), List.of(ONE, TWO)));
  }

  @Test
  void aScriptThatEndsItsTransactionIsRefusedBeforeAnythingIsApplied() throws SQLException {
    TrackFolder folder =
        TrackFolder.withTwoVersions(temporary)
            .up("3__commits", "SELECT 1;\nCREATE TABLE half ();\nCOMMIT;\nSELECT 2;");
    Target target = target("commits");

    assertThatExceptionOfType(InvalidTrack.class)
        .isThrownBy(() -> Upgrade.run(folder.track(), target))
        .withMessageContaining("V3__commits.sql line 3: COMMIT")
        .withMessageContaining("executeInTransaction=false");

    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(Version.NONE);
    folder.write("migrations/V3__commits.sql.conf", "executeInTransaction=false");
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
  }

  @Test
  void theChecksumIsTheOneThatFlywayWrites() throws SQLException {
    TrackFolder folder =
        TrackFolder.withTwoVersions(temporary)
            .up("3__odd_lines", "\uFEFF-- größer\r\nSELECT 1;\r\n\r\n  SELECT 2");
    Target target = target("checksums");
    Upgrade.run(folder.track(), target);

    TrackState state = CurrentState.of(folder.track(), target);

    assertThat(state.problems()).isEmpty();
    assertThat(state.applied().values())
        .extracting(row -> row.checksum().getAsInt())
        .containsExactlyElementsOf(folder.track().read().stream().map(m -> m.checksum()).toList());
    FlywaySetup.on(db.connect(), folder.track(), target, Version.parse("3")).validate();
  }

  @Test
  void anEditedMigrationIsRefusedWithItsFileAndItsRow() throws SQLException {
    TrackFolder folder = TrackFolder.withTwoVersions(temporary);
    Target target = target("edited");
    Upgrade.run(folder.track(), target);
    folder.up("2__add_author", "SELECT 'something else';").up("3__new", "SELECT 1;");

    assertThat(Upgrade.run(folder.track(), target))
        .isInstanceOfSatisfying(
            UpgradeResult.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .singleElement()
                    .isInstanceOfSatisfying(
                        HistoryProblem.Edited.class,
                        edited -> {
                          assertThat(edited.migration().file()).hasFileName("V2__add_author.sql");
                          assertThat(edited.row().installedBy())
                              .isEqualTo(System.getProperty("user.name"));
                        }));
    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(TWO);
  }

  @Test
  void aDeletedAndALateFileAreRefused() throws SQLException {
    TrackFolder folder = TrackFolder.withTwoVersions(temporary);
    Target target = target("late");
    Upgrade.run(folder.track(), target);
    folder
        .delete("migrations/V2__add_author.sql")
        .delete("undo/U2__add_author.sql")
        .up("1.5__late", "SELECT 1;")
        .up("3__new", "SELECT 1;");

    assertThat(Upgrade.run(folder.track(), target))
        .isInstanceOfSatisfying(
            UpgradeResult.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .hasExactlyElementsOfTypes(
                        HistoryProblem.Missing.class, HistoryProblem.OutOfOrder.class));
  }

  @Test
  void aFailedMigrationLeavesWhatCameBeforeAndNothingOfItself() throws SQLException {
    TrackFolder folder =
        TrackFolder.withTwoVersions(temporary)
            .up(
                "3__broken",
                """
                CREATE TABLE "${flyway:defaultSchema}".half (id int);
                SELECT 1 / 0;
                """);
    Target target = target("broken");

    assertThat(Upgrade.run(folder.track(), target))
        .isInstanceOfSatisfying(
            UpgradeResult.Failed.class,
            failed -> {
              assertThat(failed.current()).isEqualTo(TWO);
              assertThat(failed.steps()).hasSize(2);
              assertThat(failed.migration().orElseThrow().script()).isEqualTo("V3__broken.sql");
              assertThat(failed.error().orElseThrow().sqlState()).isEqualTo("22012");
              assertThat(failed.error().orElseThrow().message()).isEqualTo("division by zero");
            });
    assertThat(tables(target)).isEqualTo("flyway_schema_history, notes");
  }

  @Test
  void severalAtOnceApplyEachMigrationOnce() throws Exception {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = target("several");
    Callable<UpgradeResult> upgrade = () -> Upgrade.run(track, target);

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<UpgradeResult> result :
          threads.invokeAll(List.of(upgrade, upgrade, upgrade, upgrade))) {
        assertThat(result.get())
            .isInstanceOfAny(UpgradeResult.Upgraded.class, UpgradeResult.UpToDate.class);
      }
    }
    assertThat(History.of(target).rows())
        .filteredOn(row -> row.version().isPresent())
        .extracting(row -> row.version().get())
        .containsExactly(ONE, TWO);
  }

  @Test
  void whileSomebodyElseMigratesItSaysWhoAndThatNothingIsPendingItSaysAtOnce() throws SQLException {
    Track track = TrackFolder.withTwoVersions(temporary).track();
    Target target = target("busy");
    Upgrade.run(track, target, ONE);
    try (Connection other = db.connect()) {
      assertThat(HistoryLock.take(other, target)).isEmpty();
      int pid = other.unwrap(PGConnection.class).getBackendPID();

      assertThat(Upgrade.run(track, target, TWO, new Impatient()))
          .isInstanceOfSatisfying(
              UpgradeResult.Busy.class, busy -> assertThat(busy.holder().pid()).isEqualTo(pid));
      assertThat(Upgrade.run(track, target, ONE, new Impatient()))
          .isEqualTo(new UpgradeResult.UpToDate(ONE));
    }
    assertThat(Upgrade.run(track, target)).isInstanceOf(UpgradeResult.Upgraded.class);
  }

  private static String tables(Target target) throws SQLException {
    return Sql.text(
        target.admin(),
        "SELECT string_agg(tablename, ', ' ORDER BY tablename) FROM pg_tables WHERE schemaname = '"
            + target.schema()
            + "'");
  }

  private static Target target(String schema) {
    return new Target(db.admin(), new SchemaName(schema));
  }
}
