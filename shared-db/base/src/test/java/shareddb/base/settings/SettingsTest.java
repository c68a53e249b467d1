package shareddb.base.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.ServerName;

@Tag("no-server")
class SettingsTest {

  @TempDir Path root;

  @Test
  void areTheComposeFilesDefaultsWhereNothingIsSet() {
    Settings settings = Settings.load(root, Map.of());

    assertThat(settings.choice()).isEqualTo(ServerChoice.AUTO);
    assertThat(settings.admin().url()).isEqualTo("postgresql://admin@127.0.0.1:5432/workshop_db");
    assertThat(settings.admin().password().reveal()).isEqualTo("admin123");
    assertThat(settings.passwordOrigin()).isEqualTo("the default of POSTGRES_PASSWORD");
  }

  @Test
  void takeTheEnvironmentBeforeTheFileAndTheFileBeforeTheDefault() throws IOException {
    env(
        "POSTGRES_USER=from_file",
        "POSTGRES_DB=from_file",
        "POSTGRES_PASSWORD=from_file",
        "POSTGRES_PORT=");

    Settings settings = Settings.load(root, Map.of("POSTGRES_USER", "from_env", "POSTGRES_DB", ""));

    assertThat(settings.admin().url()).isEqualTo("postgresql://from_env@127.0.0.1:5432/from_file");
    assertThat(settings.passwordOrigin()).isEqualTo("POSTGRES_PASSWORD in .env");
  }

  @Test
  void nameOtherServersWhoseUserAndPasswordAreThoseOfTheMainOneUnlessTheySaySo()
      throws IOException {
    env("POSTGRES_SERVER_WEST=postgresql://w:s%40t@[::1]:5434/home?sslmode=disable");

    Settings settings =
        Settings.load(
            root,
            Map.of("POSTGRES_USER", "boss", "POSTGRES_SERVER_EAST", "postgresql://10.0.0.1:5433"));

    assertThat(settings.servers().names())
        .extracting(ServerName::value)
        .containsExactly("main", "east", "west");
    Login east = settings.servers().find(new ServerName("east")).orElseThrow();
    assertThat(east.url()).isEqualTo("postgresql://boss@10.0.0.1:5433/postgres");
    assertThat(east.password()).isEqualTo(settings.admin().password());
    Login west = settings.servers().find(new ServerName("west")).orElseThrow();
    assertThat(west.url()).isEqualTo("postgresql://w@[::1]:5434/home");
    assertThat(west.password().reveal()).isEqualTo("s@t");
  }

  @Test
  void refuseServersThatHaveNoName() {
    assertThat(
            problems(
                Map.of(
                    "POSTGRES_SERVER_MAIN", "postgresql://localhost",
                    "POSTGRES_SERVER_", "postgresql://localhost",
                    "POSTGRES_SERVER_EAST", "east:5432")))
        .hasSize(3)
        .anyMatch(p -> p.startsWith("POSTGRES_SERVER_MAIN: the main server is the workshop's own"))
        .anyMatch(p -> p.startsWith("POSTGRES_SERVER_: server name"))
        .anyMatch(p -> p.startsWith("POSTGRES_SERVER_EAST (from the environment): it must look"));
  }

  /** The driver itself says which database an address is to. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:p@localhost:5433/first?sslmode=disable&options=-c%20a%3Db",
        "jdbc:postgresql://u:p@[::1]:5433/a%2Fb%3Fc?connectTimeout=7",
        "postgres://u:p@db.example.org/%C3%BC%20%22x%22",
      })
  void anotherDatabaseTakesThePlaceOfTheOneInTheAddressAndOfNothingElse(String url) {
    Login login = Settings.load(root, Map.of("POSTGRES_URL", url)).admin();

    for (String name : List.of("workshop_04_acme", "a/b?c=d&e", "[::1]:5432", "%2F", "ü x +")) {
      Properties before = parsed(login);
      Properties after = parsed(login.to(new DatabaseName(name)));
      assertThat(after.remove("PGDBNAME")).isEqualTo(name);
      before.remove("PGDBNAME");
      assertThat(after).isEqualTo(before);
    }
  }

  private static Properties parsed(Login login) {
    return Objects.requireNonNull(Driver.parseURL(login.jdbcUrl(), null));
  }

  @Test
  void reportEveryProblemAtOnceWithWhereEachValueCameFrom() throws IOException {
    env("POSTGRES_PORT=0", "what is this", "POSTGRES_DB=" + "x".repeat(64));

    List<String> problems =
        problems(Map.of("WORKSHOP_DB", "mysql", "POSTGRES_URL", "http://localhost"));

    assertThat(problems)
        .hasSize(5)
        .anyMatch(p -> p.equals(".env, line 2: it does not read NAME=value"))
        .anyMatch(p -> p.startsWith("POSTGRES_PORT (from .env): \"0\" is not a port"))
        .anyMatch(p -> p.startsWith("POSTGRES_DB (from .env): ") && p.contains("64 bytes"))
        .anyMatch(p -> p.startsWith("POSTGRES_URL (from the environment): it must look like"))
        .anyMatch(p -> p.startsWith("WORKSHOP_DB (from the environment): \"mysql\" is none of"));
  }

  @Test
  void takeAServerOfOnesOwnFromAUrlAndWhatItLeavesOpenFromTheRest() {
    Settings settings =
        Settings.load(
            root,
            Map.of(
                "POSTGRES_URL", "postgresql://db.example.com/mine?sslmode=require",
                "POSTGRES_PORT", "9999",
                "POSTGRES_PASSWORD", "separate"));

    assertThat(settings.choice()).isEqualTo(ServerChoice.EXTERNAL);
    assertThat(settings.admin().url()).isEqualTo("postgresql://admin@db.example.com:5432/mine");
    assertThat(settings.admin().jdbcUrl()).contains("sslmode=require");
    assertThat(settings.admin().password().reveal()).isEqualTo("separate");
    assertThat(settings.passwordOrigin()).isEqualTo("POSTGRES_PASSWORD in the environment");
  }

  @ParameterizedTest
  @CsvSource({"docker,POSTGRES_URL", "embedded,POSTGRES_URL", "docker,POSTGRES_HOST"})
  void refuseToStartAServerHereWhereOneElsewhereIsNamed(String choice, String name) {
    String value = name.equals("POSTGRES_URL") ? "postgresql://h/d" : "db.example.com";

    assertThat(problems(Map.of("WORKSHOP_DB", choice, name, value)))
        .singleElement()
        .asString()
        .contains("WORKSHOP_DB", name);
  }

  @ParameterizedTest
  @CsvSource({"localhost,AUTO", "127.0.0.1,AUTO", "db,EXTERNAL", "10.0.0.7,EXTERNAL"})
  void takeAHostThatIsNotThisMachineForAServerOfOnesOwn(String host, ServerChoice choice) {
    assertThat(Settings.load(root, Map.of("POSTGRES_HOST", host)).choice()).isEqualTo(choice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql://u:s3cret@h/d", "postgresql://h/d?user=u&password=s3cret"})
  void neverPrintASecret(String url) {
    Settings settings = Settings.load(root, Map.of("POSTGRES_URL", url + parameter(url)));

    assertThat(settings.admin().password().reveal()).isEqualTo("s3cret");
    assertThat(settings.toString()).contains("@h:5432/d").doesNotContain("s3cret", "k3y");
    assertThat(settings.admin().password()).hasToString("********");
    assertThat(settings.admin().jdbcUrl()).doesNotContain("s3cret");
  }

  private static String parameter(String url) {
    return (url.contains("?") ? "&" : "?") + "sslpassword=k3y";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:s3cret@h:99999/d",
        "postgresql://u:s3cret@h:0/d",
        "postgresql://u:s3cret@h:port/d",
        "postgresql://u:s3cret@/d",
        "postgresql://u:s3cret %@h/d",
        "mysql://u:s3cret@h/d",
        "postgresql://u:s3cret@h/d?x",
        "u:s3cret@h/d"
      })
  void neverRepeatAUrlThatTheyRefuse(String url) {
    SettingsException e =
        catchThrowableOfType(
            SettingsException.class, () -> Settings.load(root, Map.of("POSTGRES_URL", url)));

    assertThat(e.problems()).hasSize(1);
    assertThat(e).hasStackTraceContaining("POSTGRES_URL");
    assertThat(e.getMessage()).doesNotContain("s3cret");
  }

  @Test
  void reportAFileThatCannotBeRead() throws IOException {
    Files.createDirectory(root.resolve(".env"));

    assertThat(problems(Map.of())).singleElement().asString().contains("cannot be read");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://u:p@h:5433/d,          u, p,     postgresql://u@h:5433/d",
    "postgres://u:p@h/d,                 u, p,     postgresql://u@h:5432/d",
    "jdbc:postgresql://h/d?user=u&password=p, u, p, postgresql://u@h:5432/d",
    "postgresql://u:a:b+c%2Fd@h/d,       u, a:b+c/d, postgresql://u@h:5432/d",
    "postgresql://u:p@[::1]:5433/my%20db, u, p,    postgresql://u@[::1]:5433/my%20db",
    "postgresql://u%40x:p@h/,            u@x, p,   postgresql://u%40x@h:5432/workshop_db",
  })
  void readAUrlInEachOfItsForms(String text, String user, String password, String url) {
    Login admin = Settings.load(root, Map.of("POSTGRES_URL", text)).admin();

    assertThat(admin.user()).isEqualTo(user);
    assertThat(admin.password().reveal()).isEqualTo(password);
    assertThat(admin.url()).isEqualTo(url);
    assertThat(admin.host()).doesNotContain("[");
  }

  @Test
  void aLoginTakesSeveralSettingsForItsSessions() {
    assertThat(
            admin(Map.of()).withSession("lock_timeout=1s").withSession("work_mem=8MB").parameters())
        .containsEntry("options", "-c lock_timeout=1s -c work_mem=8MB");
  }

  @Test
  void noAttemptToLogInIsEndless() {
    assertThat(admin(Map.of()).jdbcUrl()).contains("connectTimeout=5", "loginTimeout=10");
    assertThat(admin(Map.of("POSTGRES_URL", "postgresql://h/d?loginTimeout=3")).jdbcUrl())
        .contains("connectTimeout=5", "loginTimeout=3")
        .doesNotContain("loginTimeout=10");
  }

  private Login admin(Map<String, String> environment) {
    return Settings.load(root, environment).admin();
  }

  private List<String> problems(Map<String, String> environment) {
    return catchThrowableOfType(SettingsException.class, () -> Settings.load(root, environment))
        .problems();
  }

  private void env(String... lines) throws IOException {
    Files.write(root.resolve(".env"), List.of(lines));
  }
}
