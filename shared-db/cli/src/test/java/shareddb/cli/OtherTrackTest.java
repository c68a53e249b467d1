package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.cli.command.ExitCode;

/** A schema whose history is that of another track than the one that was typed. */
class OtherTrackTest extends SchemaCase {

  private static final String OTHER = "08_other";

  private static final String THINGS =
      """
      CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";
      CREATE TABLE "${flyway:defaultSchema}".things (id int);
      INSERT INTO "${flyway:defaultSchema}".things VALUES (1);
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upgrade 00",
        "upgrade 00 --dry-run",
        "downgrade 00",
        "current 00",
        "drift 00",
        "verify 00",
        "revision 00 --autogenerate -m x",
        "reset 00 --yes",
        "reset 00 --dry-run"
      })
  void theTrackThatASchemaBelongsToIsNamed(String command) throws IOException, SQLException {
    other("V1__initial.sql");
    assertThat(tool.run("upgrade", OTHER).exit()).isEqualTo(ExitCode.DONE);

    Tool.Run run = tool.run(command.split(" "));

    assertThat(run.exit()).isIn(ExitCode.FAILED, ExitCode.DIFFERS);
    assertThat(run.all())
        .contains('"' + schema + "\" belongs to " + OTHER)
        .contains("./db current " + OTHER + " --schema " + schema)
        .doesNotContain("edited", "./db reset " + Tool.MODULE);
    assertThat(query("SELECT count(*) FROM things")).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"current 00", "upgrade 00", "verify 00", "reset 00 --yes"})
  void theScriptsAreNamedWhereNoTrackHasThem(String command) throws IOException, SQLException {
    other("V1__things.sql");
    assertThat(tool.run("upgrade", OTHER).exit()).isEqualTo(ExitCode.DONE);
    Files.delete(otherFolder().resolve("V1__things.sql"));
    Files.delete(otherFolder());

    Tool.Run run = tool.run(command.split(" "));

    assertThat(run.exit()).isIn(ExitCode.FAILED, ExitCode.DIFFERS);
    assertThat(run.all())
        .contains("no track of this checkout has the migrations of \"" + schema + '"')
        .contains("V1__things.sql")
        .doesNotContain("edited", "./db reset " + Tool.MODULE);
    assertThat(query("SELECT count(*) FROM things")).isEqualTo("1");
    assertThat(tool.run("status").out().lines().filter(line -> line.contains(schema)))
        .singleElement()
        .asString()
        .contains("no track of this checkout has V1__things.sql");
  }

  @Test
  void anEditedMigrationOfItsOwnIsStillCalledThat() throws IOException {
    Tool own = tool.with("WORKSHOP_SCHEMA", "");
    assertThat(own.run("upgrade", "00", "--target", "1").exit()).isEqualTo(ExitCode.DONE);
    Path first = tool.migration("V1__initial.sql");
    Files.createDirectories(otherFolder());
    Files.copy(first, otherFolder().resolve("V1__initial.sql"));
    Files.writeString(first, Files.readString(first) + "SELECT 1;\n");

    assertThat(own.run("current", "00").err())
        .contains("an applied migration was edited: workshop/00_personal_todo")
        .doesNotContain(OTHER);
  }

  private void other(String script) throws IOException {
    Files.createDirectories(otherFolder());
    Files.writeString(otherFolder().resolve(script), THINGS);
  }

  private Path otherFolder() {
    return root.resolve("workshop").resolve(OTHER).resolve("migrations");
  }
}
