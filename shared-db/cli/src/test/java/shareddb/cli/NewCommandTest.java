package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.ModuleName;
import shareddb.base.track.Workshop;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.Terminal;
import shareddb.testing.TestDatabase;
import shareddb.tracktesting.TrackRoundTrip;

/** A new module in a copy of this checkout. */
class NewCommandTest {

  private static final String NAME = "98_inventory";

  private static final Set<String> LEFT_OUT = Set.of("target", "localdev", ".git", ".env");

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  @Test
  void itIsMadeAndItsMigrationsGoUpDownAndUp() throws IOException, SQLException {
    Tool.Run made = makeInACopy();
    assertThat(made.exit()).isEqualTo(ExitCode.DONE);
    assertThat(made.out()).contains("✓ workshop/98_inventory: 14 files", "workshop/app/pom.xml");
    assertThat(made.err()).contains("make -C workshop/98_inventory test");

    assertThat(
            TrackRoundTrip.deviations(
                Workshop.at(root).module(new ModuleName(NAME)).tracks().getFirst(),
                db.admin(),
                (version, admin) -> {}))
        .isEmpty();
  }

  @Test
  void aNameThatIsTakenIsRefusedWithOneThatIsNot() throws IOException {
    Tool.Run refused = Tool.in(root, db.admin()).run("new", "00_personal_todo");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains("there is a module", "next:  ./db new 01_my_project");
  }

  /** Takes minutes: everything is built anew. */
  @Test
  @EnabledIfSystemProperty(named = "workshop.new", matches = "build")
  void itBuildsPassesItsTestsAndServes() throws Exception {
    makeInACopy();
    assertThat(make(Map.of(), "-C", "workshop/" + NAME, "test").waitFor()).isZero();

    int port = freePort();
    Process api = make(Map.of("PORT", String.valueOf(port)), "-C", "workshop/" + NAME, "run");
    try {
      assertThat(answers(port)).isTrue();
    } finally {
      api.descendants().forEach(ProcessHandle::destroy);
      api.destroy();
      api.waitFor(30, TimeUnit.SECONDS);
    }
  }

  private Tool.Run makeInACopy() throws IOException {
    copy(TestDatabase.checkout(), root);
    Map<String, String> environment = Map.of("LANG", "C.UTF-8");
    return new Tool(root, environment, Terminal.Streams.named("")).run("new", NAME);
  }

  private Process make(Map<String, String> more, String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("make");
    builder.command().addAll(List.of(arguments));
    // Not to this process's own output: Surefire talks over it.
    builder.directory(root.toFile()).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/new-module.log")));
    builder.environment().put("WORKSHOP_DB", "external");
    builder.environment().put("POSTGRES_HOST", db.admin().host());
    builder.environment().put("POSTGRES_PORT", String.valueOf(db.admin().port()));
    builder.environment().put("POSTGRES_USER", db.admin().user());
    builder.environment().put("POSTGRES_PASSWORD", db.admin().password().reveal());
    String secret = db.admin().apis().secret().value().reveal();
    builder.environment().put("WORKSHOP_SECRET", secret);
    builder.environment().put("POSTGRES_DB", db.admin().database().value());
    builder.environment().putAll(more);
    return builder.start();
  }

  private static boolean answers(int port) throws Exception {
    Process curl =
        new ProcessBuilder(
                "curl",
                "-sf",
                "--retry",
                "120",
                "--retry-delay",
                "1",
                "--retry-connrefused",
                "http://127.0.0.1:" + port + "/notes")
            .start();
    return curl.waitFor() == 0
        && new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .contains("\"items\":[]");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (LEFT_OUT.contains(folder.getFileName().toString()) && !folder.equals(from)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!LEFT_OUT.contains(file.getFileName().toString())) {
              Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
