package shareddb.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.javalin.Javalin;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Jobs of a server beside requests, one of which fails. */
@Tag("no-server")
final class PeriodicJobTest {

  private static final Duration SOON = Duration.ofMillis(1);

  private final Logger logger = (Logger) LoggerFactory.getLogger(PeriodicJob.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    logger.addAppender(logged);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(logged);
  }

  @Test
  void aJobThatWaitsDoesNotHoldUpAnotherAndEndsWithTheServer() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(3);
    Javalin server =
        serve(
            new PeriodicJob("wait", SOON, () -> await(never, interrupted)),
            new PeriodicJob("work", SOON, others::countDown));
    try {
      assertThat(others.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      server.stop();
    }
    assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aFailureIsLoggedOnceAndTriedAgain() throws InterruptedException {
    AtomicInteger tries = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(6);
    Runnable work =
        () -> {
          done.countDown();
          if (tries.incrementAndGet() < 4) {
            throw new IllegalStateException("away");
          }
        };
    Javalin server = serve(new PeriodicJob("work", SOON, work));
    try {
      assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      server.stop();
    }
    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "could not work; it is tried every 0 s until it can be done: away", "could work again");
  }

  private static Javalin serve(PeriodicJob... jobs) {
    return Javalin.create(
            config -> {
              config.registerPlugin(new LoopbackServer(false));
              for (PeriodicJob job : jobs) {
                config.registerPlugin(job);
              }
            })
        .start(0);
  }

  private static void await(CountDownLatch latch, CountDownLatch interrupted) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      interrupted.countDown();
      Thread.currentThread().interrupt();
    }
  }
}
