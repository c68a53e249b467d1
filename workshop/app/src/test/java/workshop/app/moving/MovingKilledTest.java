package workshop.app.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.cli.Main;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.testing.RandomSeed;
import shareddb.testing.TestDatabase;

/** The tool is killed, or loses its sessions, at any moment of a move; one place serves, whole. */
@Tag("long")
class MovingKilledTest {

  private static final int REQUIREMENTS = Integer.getInteger("move.requirements", 3_000);
  private static final int KILLS = Integer.getInteger("move.kills", 2);

  @RegisterExtension static final TestDatabase database = TestDatabase.empty();

  /** The places that it goes to, one after the other, and the words for each way. */
  private record Way(String from, String to, String which, String served) {}

  private final Random random = RandomSeed.random(MovingKilledTest.class);

  @TempDir private Path temporary;

  @Test
  void onePlaceServesWholeAndTheSameAgainGoesOn() throws Exception {
    Patterns patterns = Patterns.in(database.admin(), "killed" + ProcessHandle.current().pid());
    try {
      long id = patterns.project(REQUIREMENTS);
      String rows = patterns.rows(patterns.project(id));
      List<Way> ways = ways(patterns, id);
      long usual = 0;
      for (int i = 0; i <= KILLS; i++) {
        Way way = ways.get(i % ways.size());
        if (i > 0) {
          killed(patterns, way, usual, i % 2 == 0);
          whole(
              patterns, id, rows, List.of(ways.get((i - 1) % ways.size()).served(), way.served()));
        }
        long start = System.nanoTime();
        expect(way, "");
        usual = Math.max(usual, (System.nanoTime() - start) / 1_000_000);
        whole(patterns, id, rows, List.of(way.served()));
        expect(way, "--finish");
      }
    } finally {
      patterns.dropDatabases();
    }
  }

  private static List<Way> ways(Patterns patterns, long id) {
    String tenant = "--tenant=" + patterns.tenant();
    String project = "--project=" + id;
    return List.of(
        new Way("02", "03", project + " " + tenant, "schema"),
        new Way("03", "04", tenant, "database"),
        new Way("04", "03", tenant, "schema"),
        new Way("03", "02", tenant, "project"));
  }

  private void killed(Patterns patterns, Way way, long usual, boolean sessionsOnly)
      throws IOException, SQLException, InterruptedException {
    Process tool = tool(way, "");
    long after = (long) (random.nextDouble() * usual);
    boolean ended = tool.waitFor(after, TimeUnit.MILLISECONDS);
    if (sessionsOnly) {
      patterns.text(
          "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <>"
              + " pg_backend_pid()"
              + " AND application_name = 'workshop' AND datname IN (current_database(), 'workshop_04_%s')"
                  .formatted(patterns.tenant()));
    } else {
      tool.destroyForcibly();
    }
    assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    System.out.printf(
        "%s to %s: %s after %d ms%s, exit code %d%n",
        way.from(),
        way.to(),
        sessionsOnly ? "its sessions ended" : "killed",
        after,
        ended ? ", when it was over" : "",
        tool.exitValue());
  }

  private static void whole(Patterns patterns, long id, String rows, List<String> expected)
      throws SQLException {
    String served = patterns.served(id);
    assertThat(expected).contains(served);
    RelocationPlace place =
        switch (served) {
          case "project" -> patterns.project(id);
          case "schema" -> patterns.schema();
          default -> patterns.database();
        };
    assertThat(patterns.rows(place)).as(served).isEqualTo(rows);
  }

  private void expect(Way way, String more) throws IOException, InterruptedException {
    Process tool = tool(way, more);
    assertThat(tool.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(tool.exitValue()).as(way + " " + more).isZero();
  }

  private Process tool(Way way, String more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As the launcher starts it.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dworkshop.root=" + TestDatabase.checkout(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "move",
                "--wait=60",
                "--from=" + way.from(),
                "--to=" + way.to()));
    command.addAll(List.of(way.which().split(" ", -1)));
    if (!more.isEmpty()) {
      command.add(more);
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("WORKSHOP_DB", "external");
    environment.put("POSTGRES_HOST", database.admin().host());
    environment.put("POSTGRES_PORT", String.valueOf(database.admin().port()));
    environment.put("POSTGRES_DB", database.admin().database().value());
    environment.put("POSTGRES_USER", database.admin().user());
    environment.put("POSTGRES_PASSWORD", database.admin().password().reveal());
    environment.put("WORKSHOP_SECRET", database.admin().apis().secret().value().reveal());
    File log = temporary.resolve("tool.log").toFile();
    return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
  }
}
