package shareddb.migrate.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import shareddb.base.names.SnapshotName;
import shareddb.base.track.InvalidTrack;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.lock.HistoryLock;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.record.OperationRecord;
import shareddb.migrate.record.OperationRecorder;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.testing.Sql;

final class ResetTest extends SnapshotCase {

  private static final OperationListener IMPATIENT =
      UnrecordedListener.waiting(Duration.ofMillis(300));

  @Test
  void everythingInTheSchemaGoesAndNothingOutsideOfIt() throws SQLException {
    Target target = upgraded("reset");
    upgraded("neighbour");
    Sql.run(db.admin(), "INSERT INTO reset.notes (body) VALUES ('gone')");
    Sql.run(db.admin(), "INSERT INTO neighbour.notes (body) VALUES ('kept')");
    Sql.run(db.admin(), "CREATE TABLE reset.made_by_hand ()");

    assertThat(reset(target))
        .isInstanceOfSatisfying(
            ResetResult.Remade.class,
            remade -> {
              assertThat(remade.version()).isEqualTo(Version.parse("2"));
              assertThat(remade.steps()).hasSize(2);
              assertThat(remade.wayBack().orElseThrow().manifest().rows()).isEqualTo(1);
            });
    assertThat(Sql.text(db.admin(), "SELECT count(*) FROM reset.notes")).isEqualTo("0");
    assertThat(Sql.text(db.admin(), "SELECT to_regclass('reset.made_by_hand')")).isEqualTo("null");
    assertThat(Sql.text(db.admin(), "SELECT body FROM neighbour.notes")).isEqualTo("kept");
  }

  @Test
  void itStopsAtTheVersionOfALesson() throws SQLException {
    Target target = upgraded("lesson");

    assertThat(
            Reset.run(
                store,
                folder.track(),
                target,
                Version.parse("1"),
                RowsProgress.SILENT,
                UnrecordedListener.SILENT))
        .isInstanceOf(ResetResult.Remade.class);

    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(Version.parse("1"));
    assertThat(
            Reset.run(
                store,
                folder.track(),
                target,
                Version.parse("9"),
                RowsProgress.SILENT,
                UnrecordedListener.SILENT))
        .isEqualTo(
            new ResetResult.UnknownVersion(
                Version.parse("9"), List.of(Version.parse("1"), Version.parse("2"))));
  }

  @Test
  void onlyTheLastFiveAutomaticSnapshotsStay() throws SQLException {
    Target target = upgraded("often");
    TakeSnapshot.run(store, folder.track(), target, new SnapshotName("mine"), RowsProgress.SILENT);
    for (int i = 1; i <= 7; i++) {
      Sql.run(
          db.admin(),
          "INSERT INTO often.notes (body) SELECT 'x' FROM generate_series(1, " + i + ")");
      reset(target);
    }
    assertThat(store.of(folder.track(), target))
        .extracting(snapshot -> snapshot.manifest().rows())
        .containsExactly(7L, 6L, 5L, 4L, 3L, 0L);
  }

  @Test
  void aScriptThatFailsLeavesEverythingAsItWas() throws SQLException {
    Target target = upgraded("broken");
    Sql.run(db.admin(), "INSERT INTO broken.notes (body) VALUES ('kept')");
    folder.up("3__broken", "CREATE TABLE broken.half (); SELECT 1 / 0;");

    assertThat(reset(target))
        .isInstanceOfSatisfying(
            ResetResult.NotBuilt.class,
            not -> {
              assertThat(not.migration().script()).isEqualTo("V3__broken.sql");
              assertThat(not.error().message()).isEqualTo("division by zero");
            });

    assertThat(Sql.text(db.admin(), "SELECT body FROM broken.notes")).isEqualTo("kept");
    assertThat(store.of(folder.track(), target)).isEmpty();
  }

  @Test
  void filesThatCannotBeAppliedAreFoundBeforeAnythingIsDropped() throws SQLException {
    Target target = upgraded("careful");
    Sql.run(db.admin(), "INSERT INTO careful.notes (body) VALUES ('kept')");
    folder.write("migrations/V3_misnamed.sql", "");

    assertThatThrownBy(() -> reset(target)).isInstanceOf(InvalidTrack.class);
    assertThat(Sql.text(db.admin(), "SELECT body FROM careful.notes")).isEqualTo("kept");
  }

  @Test
  void aScriptThatEndsItsTransactionIsRefusedBeforeAnythingBegins() throws SQLException {
    Target target = upgraded("ends");
    Snapshot snapshot = taken(target);
    folder.up("2__add_author", "CREATE TABLE ends.half (); COMMIT; SELECT 1;");
    List<String> begun = new ArrayList<>();
    OperationRecorder recorder =
        (operation, track, of, from, to) -> {
          begun.add(operation);
          return OperationRecord.NONE;
        };
    OperationListener caller = () -> recorder;

    assertThatThrownBy(() -> Reset.run(store, folder.track(), target, RowsProgress.SILENT, caller))
        .isInstanceOf(InvalidTrack.class)
        .hasMessageContaining("V2__add_author.sql line 1: COMMIT");
    assertThatThrownBy(
            () ->
                Restore.run(
                    store, folder.track(), target, snapshot, false, RowsProgress.SILENT, caller))
        .isInstanceOf(InvalidTrack.class);
    assertThat(begun).isEmpty();
  }

  @Test
  void whileSomebodyElseMigratesNothingIsDropped() throws SQLException {
    Target target = upgraded("occupied");
    try (Connection other = db.connect()) {
      HistoryLock.take(other, target);

      assertThat(Reset.run(store, folder.track(), target, RowsProgress.SILENT, IMPATIENT))
          .isInstanceOf(ResetResult.Busy.class);
    }
    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(Version.parse("2"));
    assertThat(store.of(folder.track(), target)).isEmpty();
  }

  private ResetResult reset(Target target) throws SQLException {
    return Reset.run(store, folder.track(), target, RowsProgress.SILENT, UnrecordedListener.SILENT);
  }
}
