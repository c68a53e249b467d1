package shareddb.learn.lesson;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The checkout that lessons are run in, and the ports that its server and its API listen on. Pages
 * show the usual ports and folder: this knows both, and translates what comes out.
 *
 * @param root the checkout, as a real path
 * @param secondServerPort where a lesson may start a second server
 */
public record LessonPlace(Path root, int serverPort, int apiPort, int secondServerPort) {

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
          root.toRealPath(), server.getLocalPort(), api.getLocalPort(), second.getLocalPort());
    }
  }

  /** Runs the tool in the checkout; a failure shows what it said. */
  void db(String command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("./db", command);
    builder.directory(root.toFile()).redirectErrorStream(true);
    setEnvironment(builder.environment());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("./db " + command + " failed:\n" + said);
    }
  }

  /** Sets what a terminal in this place has in its environment. */
  void setEnvironment(Map<String, String> environment) throws IOException {
    environment.keySet().removeIf(name -> name.matches(OTHERS));
    environment.putAll(
        Map.of(
            "POSTGRES_PORT", Integer.toString(serverPort),
            "PORT", Integer.toString(apiPort),
            "SECOND_PORT", Integer.toString(secondServerPort),
            "WORKSHOP_DB", "embedded",
            "NO_COLOR", "1",
            "LC_ALL", "C.UTF-8",
            "CURL_HOME", curlSettings().toString()));
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
