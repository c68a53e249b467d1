package shareddb.learn.lesson;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/**
 * The checkout that lessons are run in, and the ports that its server and its API listen on. Pages
 * show the usual ports and folder: this knows both, and translates what comes out.
 *
 * @param root the checkout, as a real path
 * @param secondServerPort where a lesson may start a second server
 * @param isSeparate whether its settings are these ports alone; else those of the user count
 */
public record LessonPlace(
    Path root, int serverPort, int apiPort, int secondServerPort, boolean isSeparate) {

  private static final String SHOWN_ROOT = "~/schema-per-project";

  /** What another make, or the settings of the terminal that this runs in, would change. */
  private static final String OTHERS =
      "(POSTGRES|WORKSHOP|MAKE|DB|TENANT)_?.*|MFLAGS|SAY_JDK|SQL_LOG|ALLOWED_HOSTS|TRUST_PROXY";

  /** The checkout, with ports on which nothing listens now. */
  static LessonPlace withFreePorts(Path root) throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var api = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new LessonPlace(
          root.toRealPath(),
          server.getLocalPort(),
          api.getLocalPort(),
          second.getLocalPort(),
          true);
    }
  }

  /** Runs the tool in the checkout; a failure shows what it said. */
  void db(String command) throws IOException, InterruptedException {
    db(root, command);
  }

  /** Stops the server, and the second one where a lesson has left it running. */
  void stopServers() throws IOException, InterruptedException {
    Path second = root.resolve("localdev/second");
    if (Files.exists(second.resolve("localdev/data"))) {
      db(second, "stop");
    }
    db(root, "stop");
  }

  /**
   * A lesson that changes a file and takes the change back leaves its modules as they were built.
   */
  void markModulesAsBuilt() throws IOException {
    try (DirectoryStream<Path> modules = Files.newDirectoryStream(root.resolve("workshop"))) {
      for (Path module : modules) {
        Path marker = module.resolve("target/runtime.classpath");
        if (Files.exists(marker)) {
          Files.setLastModifiedTime(marker, FileTime.from(Instant.now()));
        }
      }
    }
  }

  private void db(Path folder, String command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("./db", command);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    setEnvironment(builder.environment());
    if (!folder.equals(root)) {
      builder.environment().put("POSTGRES_PORT", Integer.toString(secondServerPort));
    }
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("./db " + command + " failed:\n" + said);
    }
  }

  /** Sets what a terminal in this place has in its environment. */
  void setEnvironment(Map<String, String> environment) throws IOException {
    if (isSeparate) {
      environment.keySet().removeIf(name -> name.matches(OTHERS));
      environment.put("POSTGRES_PORT", Integer.toString(serverPort));
      environment.put("WORKSHOP_DB", "embedded");
    }
    environment.put("PORT", Integer.toString(apiPort));
    environment.put("SECOND_PORT", Integer.toString(secondServerPort));
    environment.put("NO_COLOR", "1");
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("CURL_HOME", curlSettings().toString());
  }

  /** As in a terminal, where curl shows no progress of an answer that it prints. */
  private Path curlSettings() throws IOException {
    Path folder = root.resolve("localdev").resolve("lessons");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(".curlrc"), "no-progress-meter\n");
    return folder;
  }

  /** The line as a page shows it: with the usual ports, and the checkout at home. */
  String shown(String line) {
    String shown = line.replace(root.toString(), SHOWN_ROOT);
    shown = withPort(shown, serverPort, 5432);
    shown = withPort(shown, apiPort, 8080);
    return withPort(shown, secondServerPort, 5433);
  }

  private static String withPort(String line, int port, int shown) {
    return line.replaceAll(
        "\\b(localhost|127\\.0\\.0\\.1|port|PORT)([ :=])" + port + "\\b", "$1$2" + shown);
  }
}
