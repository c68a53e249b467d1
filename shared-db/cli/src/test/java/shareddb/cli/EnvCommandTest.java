package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.jdbc.Query;
import shareddb.cli.command.ExitCode;
import shareddb.tracktesting.MigratedDatabase;

/** The variables for a module's Main, as a shell reads them. */
class EnvCommandTest {

  @RegisterExtension static final MigratedDatabase db = MigratedDatabase.of("00_personal_todo");

  @TempDir Path root;

  private Tool tool;

  @BeforeEach
  void tool() throws IOException {
    tool = Tool.in(root, db.admin());
  }

  @Test
  void aShellThatEvaluatesThemCanConnectAsTheRoleOfTheApi() throws Exception {
    Tool.Run run = tool.run("env", "00");
    assertThat(run.exit()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).isEmpty();

    List<String> values = evaluated(run.out(), "DB_URL", "DB_USER", "DB_PASSWORD");

    assertThat(values.getFirst())
        .isEqualTo("jdbc:postgresql://" + db.admin().address() + "/" + db.admin().database());
    assertThat(user(values.get(0), values.get(1), values.get(2))).isEqualTo("00_personal_todo_api");
  }

  @Test
  void theUrlHasTheParametersOfTheSettings() throws Exception {
    Tool other =
        tool.with(
            "POSTGRES_URL", "postgresql://u:p@localhost:5432/x?sslmode=require&a=it's%20$HOME");

    assertThat(evaluated(other.run("env", "00").out(), "DB_URL"))
        .containsExactly("jdbc:postgresql://localhost:5432/x?a=it%27s%20%24HOME&sslmode=require");
  }

  @Test
  void aModuleWithNamedDatabasesHasVariablesForEach() throws IOException {
    Path module = root.resolve("workshop/08_two_places");
    for (String part : List.of("one", "two-b")) {
      Files.createDirectories(module.resolve("migrations/" + part));
      Files.writeString(module.resolve("migrations/" + part + "/V1__a.sql"), "SELECT 1;");
    }
    Files.writeString(module.resolve("databases.properties"), "one = first\ntwo-b = it's\n");

    String json = tool.run("env", "08", "--json").out();

    assertThat(json)
        .startsWith("{\"ONE_DB_URL\":\"jdbc:postgresql://")
        .contains("/first\",\"ONE_DB_USER\":\"08_two_places_one_api\",\"ONE_DB_PASSWORD\":\"")
        .contains("/it%27s\",\"TWO_B_DB_USER\":");
    assertThat(tool.run("env", "08/one").out()).contains("ONE_DB_URL").doesNotContain("TWO_B");
  }

  @Test
  void aModuleThatIsNotThereIsAWrongUsage() {
    assertThat(tool.run("env", "nothing").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(tool.run("env").exit()).isEqualTo(ExitCode.USAGE);
  }

  private static List<String> evaluated(String script, String... names)
      throws IOException, InterruptedException {
    String print =
        String.join(
            "", List.of(names).stream().map(name -> "printf '%s\\n' \"$" + name + "\"\n").toList());
    Process shell = new ProcessBuilder("sh", "-eu").redirectErrorStream(true).start();
    shell.getOutputStream().write((script + print).getBytes(StandardCharsets.UTF_8));
    shell.getOutputStream().close();
    String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(out).isZero();
    return out.lines().toList();
  }

  private static String user(String url, String name, String password) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, name, password)) {
      return Query.of(connection, "SELECT current_user").one(row -> row.getString(1));
    }
  }
}
