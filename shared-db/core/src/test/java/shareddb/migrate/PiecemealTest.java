package shareddb.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import shareddb.CoreDatabase;
import shareddb.TrackFolder;
import shareddb.names.SchemaName;
import shareddb.track.Version;

/** Scripts that cannot be one transaction. */
final class PiecemealTest {

  @RegisterExtension static final CoreDatabase db = new CoreDatabase();

  private static final Version TWO = Version.parse("2");
  private static final Version THREE = Version.parse("3");
  private static final Version FOUR = Version.parse("4");
  private static final DowngradeTo ONE_STEP = new DowngradeTo.Steps(1);

  private static final String INDEX =
      "-- CONCURRENTLY\nCREATE UNIQUE INDEX CONCURRENTLY notes_author_key"
          + " ON \"${flyway:defaultSchema}\".notes (author);\n";

  private static final String ALTER = "ALTER TABLE \"${flyway:defaultSchema}\".notes ";

  @TempDir private Path temporary;

  private TrackFolder folder;
  private Target target;

  @BeforeEach
  void folder() throws SQLException {
    Sql.run(db.login(), "DROP SCHEMA IF EXISTS \"a 'b'\" CASCADE");
    target = new Target(db.login(), new SchemaName("a 'b'"));
    folder =
        TrackFolder.withTwoVersions(temporary)
            .up("3__author_unique", INDEX)
            .undo(
                "3__author_unique",
                "DROP INDEX CONCURRENTLY IF EXISTS \"${flyway:defaultSchema}\".notes_author_key;");
  }

  @Test
  void anIndexIsBuiltBetweenTransactionsAndFlywayAgrees() throws SQLException {
    folder.up("4__more", ALTER + "ADD COLUMN more int;").undo("4__more", ALTER + "DROP more;");

    assertThat(Upgrade.run(folder.track(), target))
        .isInstanceOfSatisfying(
            UpgradeResult.Upgraded.class,
            up -> {
              assertThat(up.from()).isEqualTo(Version.NONE);
              assertThat(up.steps()).hasSize(4);
            });
    assertThat(invalid()).isEqualTo("notes_author_key: valid");
    FlywayRun.on(db.connect(), folder.track(), target, FOUR).validate();
    assertThat(Downgrade.run(folder.track(), target, new DowngradeTo.Steps(2)))
        .isInstanceOf(DowngradeResult.Downgraded.class);
    assertThat(invalid()).isEqualTo("null");
    assertThat(FlywayRun.on(db.connect(), folder.track(), target, TWO).info().pending()).isEmpty();
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(invalid()).isEqualTo("notes_author_key: valid");
    FlywayRun.on(db.connect(), folder.track(), target, FOUR).validate();
  }

  @Test
  void aBuildThatFailedIsNamedAndTheNextUpgradeFinishesIt() throws SQLException {
    twice();
    assertThat(Upgrade.run(folder.track(), target))
        .isInstanceOfSatisfying(
            UpgradeResult.Failed.class,
            failed -> {
              assertThat(failed.current()).isEqualTo(TWO);
              assertThat(failed.migration().orElseThrow().version()).isEqualTo(THREE);
              assertThat(failed.error().orElseThrow().sqlState()).isEqualTo("23505");
              assertThat(failed.invalid())
                  .containsExactly(new InvalidIndex(target.schema(), "notes", "notes_author_key"));
            });
    assertThat(Current.of(folder.track(), target).problems())
        .singleElement()
        .isInstanceOfSatisfying(
            HistoryProblem.HalfDone.class, half -> assertThat(half.canBeFinished()).isTrue());

    Sql.run(db.login(), "UPDATE " + table("notes") + " SET author = id::text");
    Impatient caller = new Impatient();
    assertThat(Upgrade.run(folder.track(), target, caller))
        .isInstanceOfSatisfying(
            UpgradeResult.Upgraded.class,
            up -> assertThat(up.steps()).extracting(AppliedStep::version).containsExactly(THREE));
    assertThat(caller.invalid).extracting(InvalidIndex::name).containsExactly("notes_author_key");
    assertThat(caller.finished).containsExactly("3: 0 of 1");
    assertThat(invalid()).isEqualTo("notes_author_key: valid");
    FlywayRun.on(db.connect(), folder.track(), target, THREE).validate();
  }

  @Test
  void whatIsHalfDoneCanBeUndone() throws SQLException {
    twice();
    Upgrade.run(folder.track(), target);

    assertThat(Downgrade.run(folder.track(), target, ONE_STEP))
        .isInstanceOf(DowngradeResult.Downgraded.class);

    assertThat(invalid()).isEqualTo("null");
    assertThat(Current.of(folder.track(), target).current()).isEqualTo(TWO);
    assertThat(Current.of(folder.track(), target).problems()).isEmpty();
    FlywayRun.on(db.connect(), folder.track(), target, TWO).validate();
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
      Sql.run(db.login(), "SELECT pg_terminate_backend(pid, 10000) FROM " + session);
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

    Sql.run(db.login(), "CREATE TABLE " + table("missing") + " (t text)");
    Impatient caller = new Impatient();
    assertThat(Upgrade.run(folder.track(), target, caller))
        .isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(caller.finished).containsExactly("3: 2 of 3");
    assertThat(Sql.text(db.login(), "SELECT t FROM " + table("missing"))).isEqualTo(";");
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
  void whatFailsBeforeAnythingIsDoneLeavesNothing() throws SQLException {
    folder.up("3__author_unique", "CREATE INDEX CONCURRENTLY i ON missing (nowhere);");
    assertThat(Upgrade.run(folder.track(), target))
        .isInstanceOfSatisfying(
            UpgradeResult.Failed.class, failed -> assertThat(failed.current()).isEqualTo(TWO));
    assertThat(Current.of(folder.track(), target).problems()).isEmpty();
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
    assertThat(Current.of(folder.track(), target).current()).isEqualTo(TWO);
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    FlywayRun.on(db.connect(), folder.track(), target, THREE).validate();
  }

  @Test
  void whoeverIsInTheWayOfABuildIsNamed() throws SQLException {
    Upgrade.run(folder.track(), target, TWO);
    try (Connection open = db.connect();
        Statement statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.execute("INSERT INTO " + table("notes") + " (body) VALUES ('open')");
      assertThat(Upgrade.run(folder.track(), target, new Impatient()))
          .isInstanceOfSatisfying(
              UpgradeResult.Blocked.class,
              blocked -> {
                assertThat(blocked.blocker().pid()).isEqualTo(pid(open));
                assertThat(blocked.invalid()).hasSize(1);
              });
    }
  }

  @Test
  void aScriptSaysOfItselfThatItIsNoTransactionAsWithFlyway() throws SQLException {
    folder
        .up("4__in_pieces", ALTER + "ADD COLUMN b int; SELECT nonsense;")
        .write("migrations/V4__in_pieces.sql.conf", "executeInTransaction=false\n");
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Failed.class);
    assertThat(Sql.text(db.login(), "SELECT count(b) FROM " + table("notes"))).isEqualTo("0");
  }

  @Test
  void aNewValueOfAnEnumCanBeUsedByTheNextMigration() throws SQLException {
    folder
        .up("4__mood", "CREATE TYPE \"${flyway:defaultSchema}\".mood AS ENUM ('fine');")
        .up("5__worse", "ALTER TYPE \"${flyway:defaultSchema}\".mood ADD VALUE 'worse';")
        .up("6__use", "SELECT 'worse'::\"${flyway:defaultSchema}\".mood;");
    assertThat(Upgrade.run(folder.track(), target, FOUR))
        .isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
  }

  @Test
  void theFirstMigrationMayBeOneToo() throws SQLException {
    folder.write("migrations/V1__notes.sql.conf", "executeInTransaction=false\n");
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    FlywayRun.on(db.connect(), folder.track(), target, THREE).validate();
  }

  /** Two rows of one author, which no unique index takes. */
  private void twice() throws SQLException {
    Upgrade.run(folder.track(), target, TWO);
    Sql.run(db.login(), "INSERT INTO " + table("notes") + " (body) VALUES ('one'), ('two')");
  }

  private CompletableFuture<UpgradeResult> upgrade(Caller caller) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Upgrade.run(folder.track(), target, caller);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private String invalid() throws SQLException {
    return Sql.text(
        db.login(),
        "SELECT string_agg(relname || CASE WHEN indisvalid THEN ': valid' ELSE ': invalid' END,"
            + " ', ') FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
            + " WHERE relname LIKE 'notes_author%'");
  }

  private String table(String name) {
    return target.schema().quoted(name);
  }

  private static void await(String sql, String wanted) throws SQLException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!Sql.text(db.login(), sql).equals(wanted)) {
      assertThat(System.nanoTime()).as(sql).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static int pid(Connection connection) {
    try {
      return connection.unwrap(PGConnection.class).getBackendPID();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
