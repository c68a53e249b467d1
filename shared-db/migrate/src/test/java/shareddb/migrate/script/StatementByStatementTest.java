package shareddb.migrate.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import shareddb.base.track.Version;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeResult;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.FlywaySetup;
import shareddb.migrate.Impatient;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.history.CurrentState;
import shareddb.testing.Sql;

/** Scripts that cannot be one transaction. */
final class StatementByStatementTest extends StatementByStatementCase {

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
    FlywaySetup.on(db.connect(), folder.track(), target, FOUR).validate();
    assertThat(Downgrade.run(folder.track(), target, new DowngradeTo.Steps(2)))
        .isInstanceOf(DowngradeResult.Downgraded.class);
    assertThat(invalid()).isEqualTo("null");
    assertThat(FlywaySetup.on(db.connect(), folder.track(), target, TWO).info().pending())
        .isEmpty();
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
    assertThat(invalid()).isEqualTo("notes_author_key: valid");
    FlywaySetup.on(db.connect(), folder.track(), target, FOUR).validate();
  }

  @Test
  void whatFailsBeforeAnythingIsDoneLeavesNothing() throws SQLException {
    folder.up("3__author_unique", "CREATE INDEX CONCURRENTLY i ON missing (nowhere);");
    assertThat(Upgrade.run(folder.track(), target))
        .isInstanceOfSatisfying(
            UpgradeResult.Failed.class, failed -> assertThat(failed.current()).isEqualTo(TWO));
    assertThat(CurrentState.of(folder.track(), target).problems()).isEmpty();
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
    assertThat(Sql.text(db.admin(), "SELECT count(b) FROM " + table("notes"))).isEqualTo("0");
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
    FlywaySetup.on(db.connect(), folder.track(), target, THREE).validate();
  }

  private static int pid(Connection connection) {
    try {
      return connection.unwrap(PGConnection.class).getBackendPID();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
