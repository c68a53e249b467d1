package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import shareddb.testing.RandomSeed;

/** A few thousand hostile requests: none is an error of ours, and none makes a log tell secrets. */
@Tag("long")
class FuzzTest {

  private static final int REQUESTS = 3_000;
  private static final int CLIENTS = 4;

  @RegisterExtension static final AuthApi api = AuthApi.shared();

  @Test
  void nothingIsAnErrorOfOurs() throws Exception {
    User victim = api.newUser();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level level = root.getLevel();
    log.start();
    root.addAppender(log);
    // Also messages that only hostile requests bring out, from any library.
    root.setLevel(Level.INFO);
    Map<Integer, Integer> statuses = new TreeMap<>();
    try {
      for (RawAnswer answer : storm(victim)) {
        statuses.merge(answer.status(), 1, Integer::sum);
        assertHarmless(answer);
      }
    } finally {
      root.detachAppender(log);
      root.setLevel(level);
    }
    System.out.println("fuzzing: " + statuses);
    assertThat(statuses.keySet()).contains(200, 201, 202, 400, 401, 403, 404);
    assertThat(log.list).allSatisfy(event -> assertDiscreet(event, victim));
    assertThat(victim.get("/me").status()).isEqualTo(200);
  }

  private static List<RawAnswer> storm(User victim) throws Exception {
    List<RawAnswer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<List<RawAnswer>>> parts = new ArrayList<>();
      Random seeds = RandomSeed.random(FuzzTest.class);
      for (int i = 0; i < CLIENTS; i++) {
        long seed = seeds.nextLong();
        parts.add(threads.submit(() -> one(new Hostile(new Random(seed), victim))));
      }
      for (Future<List<RawAnswer>> part : parts) {
        answers.addAll(part.get());
      }
    }
    return answers;
  }

  private static List<RawAnswer> one(Hostile hostile) {
    List<RawAnswer> answers = new ArrayList<>();
    for (int i = 0; i < REQUESTS / CLIENTS; i++) {
      answers.add(RawAnswer.to(api.port(), hostile.request()));
    }
    return answers;
  }

  private static void assertHarmless(RawAnswer answer) {
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 499);
    assertThat(answer.text())
        .as(answer.request())
        .doesNotContain("Exception", "\tat ", ".java", "org.jooq", "SQL [", "argon2id");
  }

  private static void assertDiscreet(ILoggingEvent event, User victim) {
    String line =
        event.getFormattedMessage()
            + (event.getThrowableProxy() == null
                ? ""
                : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    assertThat(event.getLevel().isGreaterOrEqual(Level.ERROR)).as(line).isFalse();
    assertThat(line)
        .doesNotContain(
            victim.token(), AuthApi.PASSWORD, Hostile.OWN_PASSWORD, "argon2id", victim.email());
  }
}
