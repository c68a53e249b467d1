package shareddb.migrate.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.FlywaySetup;
import shareddb.migrate.Impatient;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.HistoryProblem;
import shareddb.migrate.lock.InvalidIndex;
import shareddb.migrate.record.OperationListener;
import shareddb.testing.Sql;

/** Scripts that cannot be one transaction, and were stopped half-way. */
final class StatementByStatementStoppedTest extends StatementByStatementCase {

  @Test
  void aBuildThatFailedIsNamedAndTheNextUpgradeFinishesIt() throws SQLException {
    twice();
    assertThat(Upgrade.run(folder.track(), target))
        .isInstanceOfSatisfying(
            UpgradeResult.Failed.class,
            failed -> {
              assertThat(failed.current()).isEqualTo(TWO);
              assertThat(failed.migration().orElseThrow().brings()).contains(THREE);
              assertThat(failed.error().orElseThrow().sqlState()).isEqualTo("23505");
              assertThat(failed.invalid())
                  .containsExactly(new InvalidIndex(target.schema(), "notes", "notes_author_key"));
            });
    assertThat(CurrentState.of(folder.track(), target).problems())
        .singleElement()
        .isInstanceOfSatisfying(
            HistoryProblem.HalfDone.class, half -> assertThat(half.canBeFinished()).isTrue());

    Sql.run(db.admin(), "UPDATE " + table("notes") + " SET author = id::text");
    Impatient caller = new Impatient();
    assertThat(Upgrade.run(folder.track(), target, caller))
        .isInstanceOfSatisfying(
            UpgradeResult.Upgraded.class,
            up ->
                assertThat(up.steps())
                    .extracting(step -> step.version().orElseThrow())
                    .containsExactly(THREE));
    assertThat(caller.invalid).extracting(InvalidIndex::name).containsExactly("notes_author_key");
    assertThat(caller.finished).containsExactly("3: 0 of 1");
    assertThat(invalid()).isEqualTo("notes_author_key: valid");
    FlywaySetup.on(db.connect(), folder.track(), target, THREE).validate();
  }

  @Test
  void anInvalidIndexWithAPartOfTheNameIsNotDropped() throws SQLException {
    twice();
    Upgrade.run(folder.track(), target);
    String build = "CREATE UNIQUE INDEX CONCURRENTLY notes_author ON " + table("notes");
    assertThatThrownBy(() -> Sql.run(db.admin(), build + " (author)"))
        .hasMessageContaining("could not create unique index");

    Sql.run(db.admin(), "UPDATE " + table("notes") + " SET author = id::text");
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(invalid()).contains("notes_author: invalid", "notes_author_key: valid");
  }

  @Test
  void whatIsHalfDoneCanBeUndone() throws SQLException {
    twice();
    Upgrade.run(folder.track(), target);

    assertThat(Downgrade.run(folder.track(), target, ONE_STEP))
        .isInstanceOf(DowngradeResult.Downgraded.class);

    assertThat(invalid()).isEqualTo("null");
    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(TWO);
    assertThat(CurrentState.of(folder.track(), target).problems()).isEmpty();
    FlywaySetup.on(db.connect(), folder.track(), target, TWO).validate();
  }

  @Test
  void aSessionThatIsKilledInTheMiddleLeavesWhatTheNextOneFinishes() throws Exception {
    Upgrade.run(folder.track(), target, TWO);
    CompletableFuture<UpgradeResult> upgrade;
    try (Connection open = db.connect();
        Statement statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.execute("INSERT INTO " + table("notes") + " (body) VALUES ('open')");
      upgrade = upgrade(new Impatient(Duration.ofSeconds(30)));
      String session =
          "pg_stat_activity WHERE query LIKE '%CREATE UNIQUE INDEX CONCURRENTLY%'"
              + " AND wait_event_type = 'Lock' AND datname = current_database()";
      await("SELECT count(*) FROM " + session, "1");
      Sql.run(db.admin(), "SELECT pg_terminate_backend(pid, 10000) FROM " + session);
      open.commit();
    }
    assertThat(upgrade.get(20, TimeUnit.SECONDS)).isInstanceOf(UpgradeResult.Failed.class);
    assertThat(invalid()).isEqualTo("notes_author_key: invalid");

    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(invalid()).isEqualTo("notes_author_key: valid");
  }

  @Test
  void whatWasDoneBeforeItStoppedIsNotDoneAgain() throws SQLException {
    String script = ALTER + "ADD COLUMN a int;\n" + INDEX + "INSERT INTO missing VALUES (';');";
    folder.up("3__author_unique", script);
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Failed.class);

    Sql.run(db.admin(), "CREATE TABLE " + table("missing") + " (t text)");
    Impatient caller = new Impatient();
    assertThat(Upgrade.run(folder.track(), target, caller))
        .isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(caller.finished).containsExactly("3: 2 of 3");
    assertThat(Sql.text(db.admin(), "SELECT t FROM " + table("missing"))).isEqualTo(";");
  }

  @Test
  void anotherTextIsNotGoneOnWithInTheMiddle() throws SQLException {
    folder.up("3__author_unique", INDEX + "SELECT nonsense;");
    Upgrade.run(folder.track(), target);
    folder.up("3__author_unique", INDEX + "SELECT 'sense';");

    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Refused.class);
    assertThat(Downgrade.run(folder.track(), target, ONE_STEP))
        .isInstanceOf(DowngradeResult.Downgraded.class);
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
  }

  @Test
  void anUndoScriptThatStoppedIsGoneOnWith() throws SQLException {
    String drop = "DROP INDEX CONCURRENTLY \"${flyway:defaultSchema}\".notes_author_key;";
    folder.undo("3__author_unique", drop + "SELECT nonsense;");
    Upgrade.run(folder.track(), target);
    assertThat(Downgrade.run(folder.track(), target, ONE_STEP))
        .isInstanceOf(DowngradeResult.Failed.class);

    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Refused.class);
    folder.undo("3__author_unique", drop + "SELECT 'sense';");
    assertThat(Downgrade.run(folder.track(), target, ONE_STEP))
        .isInstanceOf(DowngradeResult.Downgraded.class);
    assertThat(CurrentState.of(folder.track(), target).current()).isEqualTo(TWO);
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    FlywaySetup.on(db.connect(), folder.track(), target, THREE).validate();
  }

  private CompletableFuture<UpgradeResult> upgrade(OperationListener caller) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Upgrade.run(folder.track(), target, caller);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void await(String sql, String wanted) throws SQLException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!Sql.text(db.admin(), sql).equals(wanted)) {
      assertThat(System.nanoTime()).as(sql).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
