package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.Answer;
import workshop.userauthtodo.password.HashingCost;

/** Five hundred people log in at once, with hashing at its full price. */
@Tag("long")
class CrowdTest {

  private static final int CROWD = 500;

  @RegisterExtension
  static final AuthApi api = new AuthApi(AuthApi.unlimited(HashingCost.STANDARD));

  private record Timed(Answer answer, long millis) {}

  @Test
  void someGetInTheRestAreToldWhenToComeBackAndOthersAreServed() throws Exception {
    User user = api.newUser();
    List<Timed> others = new ArrayList<>();
    List<Timed> logins = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Timed>> crowd =
          IntStream.range(0, CROWD)
              .mapToObj(
                  i -> threads.submit(() -> timed(() -> api.tryLogIn(user.email(), "wrong" + i))))
              .toList();
      // As long as one user of the crowd waits, another user works with their todos.
      while (crowd.stream().anyMatch(login -> !login.isDone())) {
        others.add(timed(() -> user.get("/todos")));
      }
      for (Future<Timed> login : crowd) {
        logins.add(login.get());
      }
    }

    assertThat(others).isNotEmpty().allMatch(other -> other.answer().status() == 200);
    assertThat(logins).extracting(login -> login.answer().status()).containsOnly(401, 503);
    assertThat(refused(logins))
        .isNotEmpty()
        .allMatch(login -> login.answer().header("Retry-After").equals("2"))
        .allMatch(login -> login.answer().text("type").equals("urn:problem-type:overloaded"));
    print(logins, others);
  }

  private static void print(List<Timed> logins, List<Timed> others) {
    System.out.printf(
        Locale.ROOT,
        "%d logins at once on %d cores: %d hashed, %d told to come back (median %d ms);"
            + " meanwhile %d other requests, median %d ms, slowest %d ms%n",
        CROWD,
        Runtime.getRuntime().availableProcessors(),
        CROWD - refused(logins).size(),
        refused(logins).size(),
        at(refused(logins), 0.5),
        others.size(),
        at(others, 0.5),
        at(others, 1));
  }

  private static List<Timed> refused(List<Timed> logins) {
    return logins.stream().filter(login -> login.answer().status() == 503).toList();
  }

  private static long at(List<Timed> timed, double part) {
    List<Long> sorted = timed.stream().map(Timed::millis).sorted().toList();
    return sorted.get((int) ((sorted.size() - 1) * part));
  }

  private static Timed timed(java.util.function.Supplier<Answer> request) {
    long start = System.nanoTime();
    Answer answer = request.get();
    return new Timed(answer, (System.nanoTime() - start) / 1_000_000);
  }
}
