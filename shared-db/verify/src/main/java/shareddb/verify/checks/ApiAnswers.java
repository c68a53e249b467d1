package shareddb.verify.checks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import shareddb.schema.lint.Lint;

/**
 * Starts the module's API on a free port, for this check alone, and requests the first table that
 * it has a route for. If the route answers 401, the API must answer that it is ready.
 */
public final class ApiAnswers implements Check {

  private static final Duration BUILD = Duration.ofMinutes(10);
  private static final Duration START = Duration.ofSeconds(60);
  private static final int OK = 200;
  private static final int UNAUTHENTICATED = 401;

  /** The statuses of a table without a route for its list. */
  private static final Set<Integer> NO_ROUTE = Set.of(404, 405);

  private final Duration patience;

  public ApiAnswers() {
    this(START);
  }

  public ApiAnswers(Duration patience) {
    this.patience = patience;
  }

  @Override
  public String title() {
    return "API answers";
  }

  @Override
  public CheckOutcome look(CheckContext scene) {
    CheckSubject subject = scene.subject();
    List<String> tables =
        subject.module().tracks().stream().flatMap(track -> Lint.tables(track).stream()).toList();
    if (tables.isEmpty()) {
      return new CheckOutcome.Failed(
          "no migration makes a table that it could answer for",
          "write one into " + subject.shown(subject.track().migrations()));
    }
    return build(subject)
        .map(problem -> (CheckOutcome) new CheckOutcome.Failed(problem, type(subject, "test")))
        .orElseGet(() -> ask(subject, tables));
  }

  /** Builds the module; returns the problem, if there is one. */
  private static Optional<String> build(CheckSubject subject) {
    ModuleScript script = ModuleScript.start(subject, "build", Map.of());
    Thread onExit = new Thread(script::kill, "end of the build");
    Runtime.getRuntime().addShutdownHook(onExit);
    try {
      if (!script.process().waitFor(BUILD.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.of("its build did not end within " + BUILD.toMinutes() + " min");
      }
      return script.process().exitValue() == 0
          ? Optional.empty()
          : Optional.of("it cannot be built:\n" + script.lastWords());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("its build was interrupted");
    } finally {
      script.kill();
      Runtime.getRuntime().removeShutdownHook(onExit);
      script.forget();
    }
  }

  private CheckOutcome ask(CheckSubject subject, List<String> tables) {
    try (ApiProcess api = ApiProcess.start(subject)) {
      for (String table : tables) {
        ApiProcess.Reply reply = api.get("/" + table, patience);
        boolean isRoute =
            !(reply instanceof ApiProcess.Reply.Answered answered
                && NO_ROUTE.contains(answered.status()));
        if (isRoute || table.equals(tables.getLast())) {
          return judged(subject, "/" + table, reply, api);
        }
      }
      throw new IllegalStateException("no table to ask for");
    }
  }

  private CheckOutcome judged(
      CheckSubject subject, String path, ApiProcess.Reply reply, ApiProcess api) {
    return switch (reply) {
      case ApiProcess.Reply.Answered(int status, Duration after) when status == UNAUTHENTICATED ->
          ready(subject, path, after, api);
      case ApiProcess.Reply.Answered(int status, Duration after) when status == OK ->
          new CheckOutcome.Ok("GET " + path + ": 200, " + after.toMillis() + " ms after its start");
      case ApiProcess.Reply.Answered(int status, Duration after) ->
          failed(subject, "GET " + path + " gives " + status + ", not 200", api);
      case ApiProcess.Reply.Gone(int exit) ->
          failed(subject, "it ended while starting, with exit code " + exit, api);
      case ApiProcess.Reply.Silent(Duration waited) ->
          failed(
              subject,
              "no answer to GET " + path + " within " + waited.toMillis() + " ms of its start",
              api);
    };
  }

  /**
   * Checks {@code /ready}. Without a login the API shows no rows, but it says whether the database
   * answers.
   */
  private CheckOutcome ready(CheckSubject subject, String path, Duration after, ApiProcess api) {
    return api.get("/ready", patience) instanceof ApiProcess.Reply.Answered answered
            && answered.status() == OK
        ? new CheckOutcome.Ok(
            "GET "
                + path
                + ": 401 without a login, GET /ready: 200, "
                + after.toMillis()
                + " ms after its start")
        : failed(subject, "GET " + path + " gives 401, and GET /ready not 200", api);
  }

  private static CheckOutcome failed(CheckSubject subject, String what, ApiProcess api) {
    String words = api.lastWords();
    return new CheckOutcome.Failed(
        words.isEmpty() ? what : what + "; it said:\n" + words, type(subject, "run"));
  }

  private static String type(CheckSubject subject, String target) {
    return "make -C " + subject.shown(subject.folder()) + " " + target;
  }
}
