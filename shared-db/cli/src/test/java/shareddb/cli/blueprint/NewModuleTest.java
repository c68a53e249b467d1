package shareddb.cli.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shareddb.base.track.Workshop;
import shareddb.base.track.WorkshopModule;
import shareddb.schema.lint.Lint;
import shareddb.verify.convention.Convention;

@Tag("no-server")
class NewModuleTest {

  private static final String APP = "workshop/app/pom.xml";

  @TempDir Path root;

  @BeforeEach
  void aCheckoutWithTwoModules() throws IOException {
    Files.createDirectories(root.resolve("workshop/02_shop"));
    Files.createDirectories(root.resolve("workshop/05_zoo"));
    write(APP, dependency("02_shop") + dependency("05_zoo"));
    write("workshop/pom.xml", module("02_shop") + module("05_zoo"));
  }

  @Test
  void itKeepsTheConventionAndIsCleanSql() {
    made("03_user_auth");
    WorkshopModule module = module();
    assertThat(Convention.breaches(root, module)).isEmpty();
    assertThat(Lint.of(module.tracks().getFirst()).findings()).isEmpty();
    assertThat(text("workshop/03_user_auth/README.md")).startsWith("# 03 User auth\n");
    assertThat(text("workshop/03_user_auth/src/main/java/workshop/userauth/UserAuthApi.java"))
        .contains("package workshop.userauth;", "class UserAuthApi", "return \"03_user_auth\";");
    assertThat(
            text(
                "workshop/03_user_auth/src/main/resources/META-INF/services/shareddb.web.ApiModule"))
        .isEqualTo("workshop.userauth.UserAuthApi\n");
  }

  @Test
  void everyNameIsFilledIn() throws IOException {
    made("03_user_auth");
    try (Stream<Path> files = Files.walk(root.resolve("workshop/03_user_auth"))) {
      assertThat(files.filter(Files::isRegularFile).toList())
          .hasSize(14)
          .allSatisfy(
              file ->
                  assertThat(file.toString() + Files.readString(file))
                      .doesNotContainPattern("@[A-Za-z]+@"));
    }
  }

  @Test
  void aModuleOfThisCheckoutHasTheSameShape() {
    made("03_user_auth");
    Path todos = checkout().resolve("workshop/00_personal_todo");
    assertThat(text("workshop/03_user_auth/Makefile")).isEqualTo(text(todos.resolve("Makefile")));
    assertThat(text("workshop/03_user_auth/pom.xml"))
        .isEqualTo(text(todos.resolve("pom.xml")).replace("00_personal_todo", "03_user_auth"));
  }

  /** Its place among the others is that of its number. */
  @ParameterizedTest
  @CsvSource({"03_mid, 1", "01_early, 0", "07_last, 2"})
  void itIsNamedInTheBuildWhereItBelongs(String name, int place) {
    made(name);
    assertThat(linesWith("workshop/pom.xml", "<module>")).element(place).asString().contains(name);
    assertThat(linesWith(APP, "<artifactId>")).hasSize(3).element(place).asString().contains(name);
    assertThat(linesWith(APP, "<dependency>")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          inventory      | is no name of a module        | 06_inventory
          My-Shop        | is no name of a module        | 06_my_shop
          3_x            | is no name of a module        | 06_x
          ''             | is no name of a module        | 06_my_project
          02_books       | number 02 is taken by 02_shop | 06_books
          02_shop        | there is a module 02_shop     | 06_my_project
          03_sh_op       | those of 02_shop are          | 06_sh_op_again
          03_new         | package workshop.new          | 06_my_new
          03_3d          | package workshop.3d           | 06_my_3d
          03_app         | package workshop.app          | 06_my_app
          03_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | at most 50 | 06_my_project
          """)
  void namesThatItMayNotHave(String typed, String what, String instead) throws IOException {
    Map<String, String> before = everything();
    NewModuleResult result = NewModule.make(root, typed);
    assertThat(result)
        .isInstanceOfSatisfying(
            NewModuleResult.Refused.class,
            refused -> {
              assertThat(refused.what()).contains(what);
              assertThat(refused.instead()).isEqualTo(instead);
            });
    assertThat(everything()).isEqualTo(before);
    made(instead);
  }

  @Test
  void aBuildThatIsNotUnderstoodIsLeftAlone() throws IOException {
    write(APP, "<!-- another form -->\n");
    Map<String, String> before = everything();
    assertThat(NewModule.make(root, "03_mid")).isInstanceOf(NewModuleResult.NotRegistered.class);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void whatFailsHalfWayIsTakenBack() throws IOException {
    Map<String, String> before = everything();
    // The second file cannot be written: where its new text would be put first, there is a folder.
    Path inTheWay = root.resolve(APP + ".new/x");
    Files.createDirectories(inTheWay);
    assertThatThrownBy(() -> NewModule.make(root, "03_mid"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(everything()).isEqualTo(before);
    assertThat(root.resolve("workshop/03_mid")).doesNotExist();
  }

  private void made(String name) {
    assertThat(NewModule.make(root, name)).isInstanceOf(NewModuleResult.Made.class);
  }

  private WorkshopModule module() {
    return Workshop.at(root).modules().get(1);
  }

  private List<String> linesWith(String file, String text) {
    return text(file).lines().filter(line -> line.contains(text)).toList();
  }

  /** Every file with its text. */
  private Map<String, String> everything() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files.filter(Files::isRegularFile).forEach(f -> all.put(f.toString(), text(f)));
    }
    return all;
  }

  private String text(String file) {
    return text(root.resolve(file));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static Path checkout() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("shared-db"))) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }

  private static String module(String name) {
    return "    <module>" + name + "</module>\n";
  }

  private static String dependency(String name) {
    return "<dependency>\n<artifactId>" + name + "</artifactId>\n</dependency>\n";
  }
}
