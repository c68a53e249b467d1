package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.LearnerName;
import shareddb.base.settings.Settings;
import shareddb.cli.command.ExitCode;
import shareddb.learn.classroom.ClassDatabase;
import shareddb.learn.classroom.DatabaseProgress;
import shareddb.learn.classroom.LearnerRemoval;
import shareddb.learn.classroom.Learners;
import shareddb.learn.progress.CheckRecord;
import shareddb.learn.progress.Progress;
import shareddb.learn.progress.ProgressFile;
import shareddb.postgres.server.ServerDatabases;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

/** An instructor's commands for a class, from the roster to the export. */
class ClassCommandsTest {

  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  private Tool tool;

  @BeforeEach
  void checkout() throws IOException {
    tool = Tool.in(root, db.admin());
    Files.createDirectories(root.resolve("workshop/00_personal_todo/exercises/01_add_a_column"));
    Files.createDirectories(root.resolve("workshop/00_personal_todo/exercises/02_fill"));
  }

  @AfterEach
  void noClass() throws SQLException {
    Optional<ClassDatabase> found = ClassDatabase.find(db.admin());
    if (found.isPresent()) {
      for (String name : new Learners(found.get()).names()) {
        new LearnerRemoval(found.get(), root).remove(new LearnerName(name));
      }
      String name = found.get().admin().database().value();
      ServerDatabases.drop(db.admin(), found.get().admin().database());
      Sql.run(db.admin(), "DROP ROLE \"%1$s_learners\", \"%1$s_apis\"".formatted(name));
    }
  }

  @Test
  void aKeyFileIsAllThatALearnerNeeds() throws IOException, SQLException {
    Tool.Run added = add("cmd_ada", "cmd_zoë m");

    assertThat(added.exit()).as(added.err()).isEqualTo(ExitCode.DONE);
    assertThat(added.out()).contains("2 learners added to the class on", "localdev/class/keys");
    assertThat(added.err()).contains("work on this machine only; --host names another");
    Path key = root.resolve("localdev/class/keys/cmd_zo%C3%AB%20m.env");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(Sql.text(learner(key).admin(), "SELECT current_user")).isEqualTo("cmd_zoë m");

    Tool.Run again = add("cmd_ada", "cmd_bob");
    assertThat(again.out()).contains("1 learner added", "1 were in it already, and stay");
  }

  @Test
  void aWrongRosterChangesNothing() throws IOException, SQLException {
    Tool.Run refused = add("cmd_ada", "pg_x", "cmd_ada");

    assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err())
        .contains(
            "2 problems in the roster; nothing was changed",
            "roster.csv, line 3: learner's name \"pg_x\" is refused",
            "roster.csv, line 4: \"cmd_ada\" is in line 2 already",
            "next:  mend the file, then  ./db class add-batch roster.csv");
    assertThat(ClassDatabase.find(db.admin())).isEmpty();
  }

  @Test
  void theGridIsRightAndOneIsResetAndOneRemoved() throws IOException, SQLException {
    add("cmd_ada", "cmd_bob", "cmd_eve");
    for (String name : List.of("cmd_ada", "cmd_bob")) {
      DatabaseProgress.of(learner(key(name)).admin()).orElseThrow().write(solved(name));
    }

    assertThat(tool.run("class", "status").out())
        .containsPattern("cmd_ada +1 of 2 +\\S+ \\S+ +✓1")
        .containsPattern("cmd_eve +0 of 2 +never +\\.\\.")
        .contains("3 learners, 2 of 6 passed");
    assertThat(tool.run("class", "status", "--json").out())
        .contains("\"exercises\":[\"00.1\",\"00.2\"]", "\"name\":\"cmd_ada\",\"passed\":1");

    assertThat(tool.run("class", "reset", "cmd_ada").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(tool.run("class", "reset", "cmd_ada", "--yes").out())
        .contains(
            "learner cmd_ada begins anew",
            "the progress in 2 exercises",
            "kept what was there: 0 rows of 0 tables, and the progress, in"
                + " localdev/class/snapshots/cmd_ada/",
            "to get the progress back:  ./db class import localdev/class/snapshots/cmd_ada/");
    assertThat(tool.run("class", "remove", "cmd_bob", "--yes").out())
        .contains("learner cmd_bob is removed");
    assertThat(key("cmd_bob")).doesNotExist();
    assertThat(tool.run("class", "status").out())
        .containsPattern("cmd_ada +0 of 2 +never")
        .doesNotContain("cmd_bob");
    Tool.Run none = tool.run("class", "reset", "cmd_bop", "--yes");
    assertThat(none.err()).contains("no learner \"cmd_bop\"; it has 2");
  }

  @Test
  void aLearnerSolvesAnExerciseOnTheServerOfTheClassAndTheInstructorSeesIt()
      throws IOException, SQLException {
    Path exercise = root.resolve("workshop/00_personal_todo/exercises/01_add_a_column");
    Files.deleteIfExists(root.resolve("workshop/00_personal_todo/exercises/02_fill"));
    UndoneExercise.write(exercise);
    add("cmd_ada", "cmd_bob");
    Tool ada = ofLearner("cmd_ada");

    Tool.Run started = ada.run("learn", "check", "00.1");
    assertThat(started.exit()).as(started.all()).isEqualTo(ExitCode.DIFFERS);
    assertThat(tool.run("class", "status").out()).containsPattern("cmd_ada +0 of 1 .* 1\n");
    UndoneExercise.solve(root.resolve("localdev/learn/00.1"));
    Tool.Run passed = ada.run("learn", "check", "00.1");

    assertThat(passed.exit()).as(passed.all()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("class", "status").out())
        .containsPattern("cmd_ada +1 of 1 .* ✓\n")
        .containsPattern("cmd_bob +0 of 1 +never +\\.\n");
    assertThat(root.resolve("localdev/learn/progress.json")).doesNotExist();
    Tool.Run another = ada.run("learn", "list", "--learner", "cmd_bob");
    assertThat(another.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(another.err()).contains("the key of these settings is that of cmd_ada");
  }

  private Tool ofLearner(String name) throws IOException {
    return tool.with("POSTGRES_URL", url(key(name)));
  }

  @Test
  void anExportHasOneEntryForEachCheck() throws IOException, SQLException {
    add("cmd_ada");
    DatabaseProgress.of(learner(key("cmd_ada")).admin()).orElseThrow().write(solved("cmd_ada"));

    assertThat(tool.run("class", "export", "--csv").out().lines())
        .containsExactly(
            "learner,exercise,what,passed,tries,at,cause,help",
            "cmd_ada,00.1,applies,true,1,2026-11-30T10:00:00Z,,",
            "cmd_ada,00.2,rows,false,1,2026-11-30T10:00:00Z,\"'=7, wanted 0\",\"Say \"\"why\"\"\"");
    assertThat(tool.run("class", "export", "--json").out())
        .contains(
            "{\"learner\":\"cmd_ada\",\"exercise\":\"00.2\",\"what\":\"rows\",\"passed\":false");
    assertThat(tool.run("class", "export").exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void exportsOfLearnersWithoutTheServerAreImported() throws IOException, SQLException {
    Path folder = root.resolve("handed-in");
    new ProgressFile(folder.resolve("ada.json")).write(solved("cmd_far_ada"));
    new ProgressFile(folder.resolve("bob.json")).write(solved("admin"));

    assertThat(tool.run("class", "import", "handed-in").out())
        .contains("the progress of 2 learners is in the class");

    ClassDatabase database = ClassDatabase.find(db.admin()).orElseThrow();
    assertThat(new DatabaseProgress(database.admin(), new LearnerName("cmd_far_ada")).read())
        .contains(solved("cmd_far_ada"));
    // The administrator's own role has the name of an imported learner: it is left alone.
    assertThat(tool.run("class", "rotate-key", "admin").err()).contains("no role on this server");
    assertThat(tool.run("class", "remove", "admin", "--yes").exit()).isEqualTo(ExitCode.DONE);
    assertThat(Sql.text(db.admin(), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void anUnreadableExportIsNamedAndNothingIsImported() throws IOException, SQLException {
    Path folder = root.resolve("handed-in");
    new ProgressFile(folder.resolve("ada.json")).write(solved("cmd_far_ada"));
    new ProgressFile(folder.resolve("again.json")).write(solved("cmd_far_ada"));
    Files.writeString(folder.resolve("x.json"), "{}");

    Tool.Run refused = tool.run("class", "import", "handed-in");

    assertThat(refused.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err())
        .contains(
            "2 files of handed-in cannot be imported; nothing was changed",
            "again.json: it is of \"cmd_far_ada\", and so is ada.json",
            "x.json: it is not a learner's progress");
    assertThat(new Learners(ClassDatabase.find(db.admin()).orElseThrow()).names()).isEmpty();
  }

  @Test
  void withoutAClassTheCommandsSayHowToMakeOne() {
    Tool.Run failed = tool.run("class", "status");

    assertThat(failed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.err())
        .contains("there is no class on the server", "next:  ./db class add-batch roster.csv");
  }

  private Tool.Run add(String... names) throws IOException {
    Files.writeString(root.resolve("roster.csv"), "name\n" + String.join("\n", names) + "\n");
    return tool.run("class", "add-batch", "roster.csv");
  }

  private Path key(String learner) {
    return root.resolve("localdev/class/keys").resolve(learner + ".env");
  }

  /** The settings of a checkout into whose .env the key file was put. */
  private Settings learner(Path key) throws IOException {
    return Settings.load(root.resolve("elsewhere"), Map.of("POSTGRES_URL", url(key)));
  }

  private static String url(Path key) throws IOException {
    Matcher url = Pattern.compile("POSTGRES_URL='(.*)'").matcher(Files.readString(key));
    assertThat(url.find()).isTrue();
    return url.group(1);
  }

  private static Progress solved(String learner) {
    return Progress.none(learner)
        .checked("00.1", List.of(CheckRecord.passed("00.1", "applies", NOW)), true, NOW)
        .checked(
            "00.2",
            List.of(
                CheckRecord.failed(
                    "00.2", "rows", NOW, "=7, wanted 0", Optional.of("Say \"why\""))),
            false,
            NOW);
  }
}
