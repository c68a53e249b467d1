package shareddb.learn.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.testing.TestDatabase;

/** The kinds of checks that compile and run the learner's program. */
final class ProgramChecksTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final String MAIN = "src/main/java/exercise/Main.java";
  private static final String CLASSPATH = "shared-db/learn/target/exercise.classpath";

  /** Answers {@code GET /notes}, and prints a line for each request. */
  private static final String PROGRAM =
      """
      package exercise;

      import com.sun.net.httpserver.HttpServer;
      import java.net.InetSocketAddress;

      public final class Main {

        public static void main(String[] arguments) throws Exception {
          int port = Integer.parseInt(System.getenv("PORT"));
          HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
          server.createContext("/notes", exchange -> {
            System.out.println("read " + exercise.db.tables.Notes.NOTES.getName());
            byte[] body = "[{\\"body\\": \\"one\\"}]".getBytes("UTF-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
          server.start();
        }
      }
      """;

  @TempDir Path folder;

  private TestExercise exercise;

  @BeforeEach
  void begin() throws IOException {
    exercise = new TestExercise(folder);
    Path classpath = folder.resolve(CLASSPATH);
    Files.createDirectories(classpath.resolve("..").normalize());
    Files.copy(TestDatabase.checkout().resolve(CLASSPATH), classpath);
  }

  @Test
  void compiles() throws IOException, SQLException {
    String checks = "[{compiles: {}}]";

    failed(checks, "no Java file in src/main/java");
    exercise.answer(MAIN, PROGRAM.replace("NOTES.getName", "TODOS.getName"));
    failed(checks, "Main.java:12: cannot find symbol");
    exercise.answer(MAIN, PROGRAM);
    passed(checks, "with jOOQ's classes of this schema");
  }

  @Test
  @Tag("long")
  void http() throws IOException, SQLException {
    exercise.answer(MAIN, PROGRAM);

    passed(asked("send: GET /notes, status: 200, json: [ { body: one } ]"), "1 request as wanted");
    failed(asked("send: GET /other, status: 200"), "GET /other: status 404, wanted 200");
    failed(
        asked("send: GET /notes, json: [ { body: two } ]"),
        "GET /notes: [0].body is \"one\", wanted \"two\"");
    failed(
        asked("send: GET /notes, together: 4, statuses: { 200: 3, 409: 1 }"),
        "GET /notes, 4 side by side: 4 times 200, wanted 3 times 200 and 1 times 409");
    exercise.answer(
        MAIN,
        PROGRAM.replace(
            "System.out.println(", "Runtime.getRuntime().halt(1); System.out.println("));
    failed(asked("send: GET /notes, status: 200"), "the connection broke off");
    exercise.answer(MAIN, PROGRAM.replace("int port =", "if (true) return;\n    int port ="));
    failed(asked("send: GET /notes, status: 200"), "the program ended at once: it printed nothing");
  }

  @Test
  @Tag("long")
  void log() throws IOException, SQLException {
    exercise.answer(MAIN, PROGRAM);
    String asked = "{http: {as_main: exercise.Main, steps: [{send: GET /notes, times: 2}]}}";

    passed(
        "[%s, {log: {count: {matches: '^read notes', at_most: 2}}}]".formatted(asked), "2 lines");
    failed(
        "[%s, {log: {count: {matches: '^read notes', at_most: 1}}}]".formatted(asked),
        "2 lines, wanted at most 1");
    failed("[%s, {log: {not: 'read'}}]".formatted(asked), "it printed: read notes");
    failed("[%s, {log: {contains: 'leak'}}]".formatted(asked), "it did not print what is wanted");
    passed("[%s, {log: {contains: 'notes', not: 'leak'}}]".formatted(asked), "as wanted");
  }

  private static String asked(String step) {
    return "[{http: {as_main: exercise.Main, steps: [{%s}]}}]".formatted(step);
  }

  private void passed(String checks, String line) throws IOException, SQLException {
    exercise.passes(DATABASE.admin(), checks, line);
  }

  private void failed(String checks, String line) throws IOException, SQLException {
    exercise.fails(DATABASE.admin(), checks, line);
  }
}
