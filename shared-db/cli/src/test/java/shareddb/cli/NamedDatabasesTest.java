package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.ModuleName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Workshop;
import shareddb.cli.command.ExitCode;
import shareddb.migrate.role.ApiRole;
import shareddb.postgres.server.ServerDatabases;
import shareddb.testing.TestDatabase;

/** A module whose two tracks have a database each, and every command that works on a target. */
@Tag("long")
final class NamedDatabasesTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final String INITIAL =
      """
      CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";
      CREATE TABLE "${flyway:defaultSchema}".things (id bigint PRIMARY KEY);
      GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
      GRANT SELECT ON "${flyway:defaultSchema}".things TO "${api_role}";
      """;

  private static final DatabaseName ONE = new DatabaseName("one_" + UUID.randomUUID());
  private static final DatabaseName TWO = new DatabaseName("two_" + UUID.randomUUID());

  @TempDir private static Path root;
  private static Tool tool;

  @BeforeAll
  static void module() throws IOException {
    tool = Tool.in(root, db.admin());
    Path module = root.resolve("workshop/08_two_places");
    for (String part : new String[] {"one", "two"}) {
      write(module.resolve("migrations/" + part + "/V1__things.sql"), INITIAL);
      write(
          module.resolve("undo/" + part + "/U1__things.sql"),
          "DROP TABLE \"${flyway:defaultSchema}\".things;");
    }
    write(module.resolve("databases.properties"), "one = " + ONE + "\ntwo = " + TWO + "\n");
  }

  @AfterAll
  static void drop() throws SQLException {
    ServerDatabases.drop(db.admin(), ONE);
    ServerDatabases.drop(db.admin(), TWO);
    for (Track track : Workshop.at(root).module(new ModuleName("08_two_places")).tracks()) {
      String role = track.apiRole(track.module().schema()).quoted();
      text(db.admin().database(), "DROP ROLE IF EXISTS " + role);
    }
  }

  @Test
  void theModuleIsRemovedWithBothDatabases() throws SQLException, IOException {
    tool.run("upgrade", "08");
    text(ONE, "INSERT INTO \"08_two_places\".things VALUES (1)");
    Tool.Run run = tool.run("new", "--remove", "08", "--yes");
    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("\"08_two_places\" in " + ONE + " is gone", "1 row of 1 table")
        .contains("./db restore 08_two_places/one ");
    assertThat(ServerDatabases.exists(db.admin(), ONE)).isFalse();
    assertThat(ServerDatabases.exists(db.admin(), TWO)).isFalse();
    Files.move(
        root.resolve("localdev/removed/08_two_places"), root.resolve("workshop/08_two_places"));
  }

  @Test
  void upgradeMakesBothDatabasesAndEachHasARoleThatCannotGetIntoTheOther() throws SQLException {
    ServerDatabases.drop(db.admin(), ONE);
    ServerDatabases.drop(db.admin(), TWO);
    assertThat(tool.run("current", "08/two").err())
        .contains(
            "the database of 08_two_places/two is not there", "./db upgrade 08_two_places/two");
    assertThat(tool.run("status").out())
        .containsPattern("(?m)^08_two_places/one +\"08_two_places\" in one_.* 0 +1 +1 +never");

    Tool.Run run = tool.run("upgrade", "08");

    assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    assertThat(run.out())
        .contains("\"08_two_places\" in " + ONE + ": 0 → 1", "\"08_two_places\" in " + TWO);
    assertThat(text(ONE, "SELECT has_schema_privilege('public', 'public', 'USAGE')"))
        .isEqualTo("f");
    Track first = Workshop.at(root).tracks().get(1);
    Target target = Target.usual(db.admin(), first);
    assertThat(first.label()).isEqualTo("08_two_places/one");
    try (Connection ours = ApiRole.login(target).connect()) {
      assertThat(ours.getCatalog()).isEqualTo(ONE.value());
    }
    assertThat(canConnect(target.in(target.admin().to(TWO)))).isFalse();
    assertThat(tool.run("status").exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("status").exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void oneDatabaseThatIsAwayDoesNotHideTheOther() throws SQLException {
    tool.run("upgrade", "08");
    text(db.admin().database(), "ALTER DATABASE " + ONE.quoted() + " ALLOW_CONNECTIONS false");
    Tool.Run status = tool.run("status");
    assertThat(status.out())
        .containsPattern("(?m)^08_two_places/one .* \\? .* not read: .*not currently accepting")
        .containsPattern("(?m)^08_two_places/two .* 1 +1 +0 ");
    assertThat(tool.run("status", "--json").out()).contains("\"away\":\"");
    assertThat(tool.run("status").exit()).isEqualTo(ExitCode.DIFFERS);
    text(db.admin().database(), "ALTER DATABASE " + ONE.quoted() + " ALLOW_CONNECTIONS true");
  }

  @Test
  void aLookIsAtBothAndAChangeOfRowsAtOne() throws SQLException {
    tool.run("upgrade", "08");
    assertThat(tool.run("current", "08").out())
        .isEqualTo(
            "\"08_two_places\" in %s is at 1, the newest%n\"08_two_places\" in %s is at 1, the newest%n"
                .formatted(ONE, TWO));
    assertThat(tool.run("drift", "08", "--json").out())
        .startsWith("{\"tracks\":[{")
        .contains("\"database\":\"" + ONE + "\"", "\"database\":\"" + TWO + "\"");
    Tool.Run history = tool.run("history", "08");
    assertThat(history.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(history.err()).contains("./db history 08_two_places/one", "08_two_places/two");
    assertThat(tool.run("upgrade", "08", "--target", "1").err()).contains("--target is a version");

    text(ONE, "INSERT INTO \"08_two_places\".things VALUES (7)");
    assertThat(tool.run("snapshot", "08", "--track", "one", "-n", "seven").exit())
        .isEqualTo(ExitCode.DONE);
    assertThat(tool.run("reset", "08/one", "--yes").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("sql", "08/one", "SELECT count(*) FROM things", "--csv").out())
        .contains("0");
    assertThat(tool.run("restore", "08/one", "seven").exit()).isEqualTo(ExitCode.DONE);
    assertThat(text(ONE, "SELECT id FROM \"08_two_places\".things")).isEqualTo("7");
    assertThat(tool.run("drift", "08").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("downgrade", "08/two").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("current", "08").exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(tool.run("journal", "08", "--json").out())
        .contains("\"database\":\"" + ONE + "\"", "\"operation\":\"restore\"");
  }

  private static boolean canConnect(Target target) {
    try (Connection connection = ApiRole.login(target).connect()) {
      return connection.isValid(1);
    } catch (SQLException refused) {
      assertThat(refused.getSQLState()).isEqualTo("42501");
      return false;
    }
  }

  private static String text(DatabaseName database, String sql) throws SQLException {
    try (Connection connection = db.admin().to(database).connect();
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
