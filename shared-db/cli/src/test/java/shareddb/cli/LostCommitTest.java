package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;
import shareddb.cli.lost.CommitLosingProxy;
import shareddb.cli.lost.CommitLosingProxy.Loss;

/** Commands on one schema, whose COMMIT or its answer is lost. */
@Tag("long")
class LostCommitTest extends SchemaCase {

  private static final Loss ANSWER = new Loss.OfTheAnswer("COMMIT");
  private static final Loss REQUEST = new Loss.OfTheRequest("COMMIT");

  private CommitLosingProxy proxy;
  private Tool lossy;

  @BeforeEach
  void proxy() throws SQLException {
    proxy = CommitLosingProxy.before(db.admin().host(), db.admin().port());
    lossy = tool.with("POSTGRES_PORT", String.valueOf(proxy.port()));
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(query("INSERT INTO todos (title) VALUES ('kept') RETURNING id")).isEqualTo("1");
  }

  @AfterEach
  void close() throws IOException {
    assertThat(proxy.hasStruck()).as("nothing was lost").isTrue();
    proxy.close();
  }

  @Test
  void aResetThatWasDoneIsSaidToBeDone() throws SQLException {
    proxy.lose(ANSWER).behind("DROP SCHEMA");
    Tool.Run reset = lossy.run("reset", "00", "--yes");
    assertThat(reset.exit()).as(reset.all()).isEqualTo(ExitCode.DONE);
    assertThat(reset.out()).contains("was dropped", "kept what was there: 1 row of 1 table");
    assertThat(count()).isEqualTo("0");
    comesBack();
  }

  @Test
  void aResetThatWasNotDoneIsSaidToHaveChangedNothing() throws SQLException {
    proxy.lose(REQUEST).behind("DROP SCHEMA");
    Tool.Run reset = lossy.run("reset", "00", "--yes");
    assertThat(reset.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(reset.err()).contains("nothing was changed").doesNotContain("not known");
    assertThat(count()).isEqualTo("1");
  }

  @Test
  void aResetOfWhichNothingIsKnownKeepsTheWayBack() throws SQLException {
    proxy.lose(ANSWER).behind("DROP SCHEMA").andRefuse();
    Tool.Run reset = lossy.run("reset", "00", "--yes", "--wait", "1");
    assertNotKnown(reset);
    assertThat(reset.err()).contains("1 row of 1 table", "./db restore 00_personal_todo");
    comesBack();
  }

  @Test
  void aRestoreIsToldAsItCameOut() throws SQLException {
    assertThat(tool.run("snapshot", "00", "--name", "mine").exit()).isEqualTo(ExitCode.DONE);
    assertThat(query("INSERT INTO todos (title) VALUES ('more') RETURNING id")).isEqualTo("2");

    proxy.lose(REQUEST).behind("DROP SCHEMA");
    assertThat(lossy.run("restore", "00", "mine").err()).contains("nothing was changed");
    assertThat(count()).isEqualTo("2");

    proxy.lose(ANSWER).behind("DROP SCHEMA");
    Tool.Run restore = lossy.run("restore", "00", "mine");
    assertThat(restore.exit()).as(restore.all()).isEqualTo(ExitCode.DONE);
    assertThat(restore.out()).contains("1 row of 1 table", "kept what was there: 2 rows");
    assertThat(count()).isEqualTo("1");
  }

  @Test
  void aRestoreOfWhichNothingIsKnownKeepsWhatWasThere() throws SQLException {
    assertThat(tool.run("snapshot", "00", "--name", "mine").exit()).isEqualTo(ExitCode.DONE);
    assertThat(query("INSERT INTO todos (title) VALUES ('more') RETURNING id")).isEqualTo("2");

    proxy.lose(ANSWER).behind("DROP SCHEMA").andRefuse();
    Tool.Run restore = lossy.run("restore", "00", "mine", "--wait", "1");
    assertNotKnown(restore);
    assertThat(restore.err()).contains("2 rows of 1 table", "./db restore 00_personal_todo");
    assertThat(count()).isEqualTo("1");
    assertThat(tool.run("snapshots", "00").out()).contains("-restore");
  }

  @Test
  void anUpgradeWhoseAnswerIsLostGoesOn() throws IOException, SQLException {
    migrations();
    proxy.lose(ANSWER).behind("ADD COLUMN lost_one");
    Tool.Run upgrade = lossy.run("upgrade", "00");
    assertThat(upgrade.exit()).as(upgrade.all()).isEqualTo(ExitCode.DONE);
    assertThat(upgrade.out()).contains("5  one", "6  two", "4 → 6");
    assertThat(columns()).isEqualTo("2");
  }

  @Test
  void anUpgradeWhoseCommitIsLostIsAsBefore() throws IOException, SQLException {
    migrations();
    proxy.lose(REQUEST).behind("ADD COLUMN lost_one");
    Tool.Run upgrade = lossy.run("upgrade", "00");
    assertThat(upgrade.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(upgrade.err()).contains("is at 4, as before");
    assertThat(columns()).isEqualTo("0");
  }

  @Test
  void anUpgradeOfWhichNothingIsKnownSaysSo() throws IOException {
    migrations();
    proxy.lose(ANSWER).behind("ADD COLUMN lost_one").andRefuse();
    assertNotKnown(lossy.run("upgrade", "00", "--wait", "1"));
  }

  @Test
  void aDowngradeUndoesNotOneMoreThanWasWanted() throws IOException, SQLException {
    migrations();
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    proxy.lose(ANSWER).behind("DROP COLUMN lost_two");
    Tool.Run downgrade = lossy.run("downgrade", "00", "--steps", "2");
    assertThat(downgrade.exit()).as(downgrade.all()).isEqualTo(ExitCode.DONE);
    assertThat(downgrade.out()).contains("6  two", "5  one", "6 → 4");

    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    proxy.lose(REQUEST).behind("DROP COLUMN lost_two");
    Tool.Run failed = lossy.run("downgrade", "00");
    assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.err()).contains("is at 6");
    assertThat(columns()).isEqualTo("2");
  }

  @Test
  void aDowngradeOfWhichNothingIsKnownSaysSo() throws IOException {
    migrations();
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    proxy.lose(ANSWER).behind("DROP COLUMN lost_two").andRefuse();
    Tool.Run downgrade = lossy.run("downgrade", "00", "--wait", "1");
    assertNotKnown(downgrade);
    assertThat(downgrade.err()).contains("./db downgrade 00_personal_todo").contains("--target 5");
  }

  @Test
  void anAdoptionIsToldAsItCameOut() throws IOException, SQLException {
    migrations();
    assertThat(query("ALTER TABLE todos ADD lost_one text, ADD lost_two text; SELECT 1"))
        .isEqualTo("1");
    proxy.lose(REQUEST).behind("coalesce(max(installed_rank)");
    Tool.Run failed = lossy.run("revision", "00", "--adopt");
    assertThat(failed.exit()).as(failed.all()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.err()).contains("nothing was recorded");
    assertThat(tool.run("current", "00").out()).contains("is at 4 of 6");

    proxy.lose(ANSWER).behind("coalesce(max(installed_rank)");
    Tool.Run adopted = lossy.run("revision", "00", "--adopt");
    assertThat(adopted.exit()).as(adopted.all()).isEqualTo(ExitCode.DONE);
    assertThat(adopted.out()).contains("6  two  recorded as applied");
    assertThat(tool.run("current", "00").out()).contains("is at 6, the newest");
  }

  @Test
  void anAdoptionOfWhichNothingIsKnownSaysSo() throws IOException, SQLException {
    migrations();
    query("ALTER TABLE todos ADD lost_one text, ADD lost_two text; SELECT 1");
    proxy.lose(ANSWER).behind("coalesce(max(installed_rank)").andRefuse();
    Tool.Run adopted = lossy.run("revision", "00", "--adopt");
    assertNotKnown(adopted);
    assertThat(adopted.err()).doesNotContain("nothing was recorded");
    assertThat(tool.run("current", "00").out()).contains("is at 6, the newest");
  }

  private void assertNotKnown(Tool.Run run) {
    proxy.calm();
    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.FAILED);
    assertThat(run.err())
        .contains("it is not known whether", "./db current 00_personal_todo --schema " + schema)
        .doesNotContain("nothing was changed", "rolled back", "as before", "mend ");
  }

  private void comesBack() throws SQLException {
    proxy.calm();
    assertThat(tool.run("restore", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(count()).isEqualTo("1");
  }

  private void migrations() throws IOException {
    for (String name : new String[] {"5__one", "6__two"}) {
      String column = "lost_" + name.substring(3);
      Files.writeString(
          tool.migration("V" + name + ".sql"),
          "ALTER TABLE \"${flyway:defaultSchema}\".todos ADD COLUMN " + column + " text;");
      Files.writeString(
          tool.undo("U" + name + ".sql"),
          "ALTER TABLE \"${flyway:defaultSchema}\".todos DROP COLUMN " + column + ";");
    }
  }

  private String count() throws SQLException {
    return query("SELECT count(*) FROM todos");
  }

  private String columns() throws SQLException {
    return query(
        "SELECT count(*) FROM information_schema.columns WHERE column_name LIKE 'lost\\_%' AND"
            + " table_schema = current_schema()");
  }
}
