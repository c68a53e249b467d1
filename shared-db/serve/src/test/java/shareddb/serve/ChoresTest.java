package shareddb.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import shareddb.web.Chore;

/** What modules do beside requests, when one of them cannot. */
@Tag("no-server")
final class ChoresTest {

  private static final Duration SOON = Duration.ofMillis(1);

  private final Logger logger = (Logger) LoggerFactory.getLogger(Chores.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    said.start();
    logger.addAppender(said);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(said);
  }

  @Test
  void oneThatWaitsHoldsUpNoOther() throws InterruptedException {
    CountDownLatch forEver = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(3);
    try (Chores chores = new Chores()) {
      chores.add(new Chore("wait", SOON, () -> await(forEver)));
      chores.add(new Chore("work", SOON, others::countDown));
      assertThat(others.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatCannotBeDoneIsSaidOnceAndTriedUntilItCan() throws InterruptedException {
    AtomicInteger tries = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(6);
    try (Chores chores = new Chores()) {
      chores.add(
          new Chore(
              "work",
              SOON,
              () -> {
                done.countDown();
                if (tries.incrementAndGet() < 4) {
                  throw new IllegalStateException("away");
                }
              }));
      assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(said.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "could not work; it is tried every 0 s until it can be done: away", "could work again");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
