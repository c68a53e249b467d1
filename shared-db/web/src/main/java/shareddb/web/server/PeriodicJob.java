package shareddb.web.server;

import io.javalin.config.JavalinState;
import io.javalin.plugin.Plugin;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Javalin plugin that does a bounded amount of work every now and then, on a thread of its own,
 * from the start of the server until it stops. Where several processes serve a module, each does
 * it.
 */
public final class PeriodicJob extends Plugin<Void> {

  private static final Logger log = LoggerFactory.getLogger(PeriodicJob.class);

  private static final long GRACE_SECONDS = 5;

  private final String name;
  private final Duration every;
  private final Runnable work;
  private final AtomicBoolean failing = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor thread;

  /**
   * @param name for the log, as in {@code remove expired sessions}
   */
  public PeriodicJob(String name, Duration every, Runnable work) {
    this.name = name;
    this.every = every;
    this.work = work;
    this.thread =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public void onInitialize(JavalinState state) {
    state.events.serverStarted(this::start);
    state.events.serverStopping(this::stop);
  }

  private void start() {
    // The future tells nothing: a failure is logged, and the next run tries again.
    var unused =
        thread.scheduleWithFixedDelay(this::run, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void stop() throws InterruptedException {
    thread.shutdownNow();
    if (!thread.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
      log.warn("could not stop to {}; its thread is left behind", name);
    }
  }

  private void run() {
    try {
      work.run();
      if (failing.compareAndSet(true, false)) {
        log.info("could {} again", name);
      }
    } catch (RuntimeException e) {
      if (!thread.isShutdown() && failing.compareAndSet(false, true)) {
        // Once, and not each time: a database may be away for a night.
        log.warn(
            "could not {}; it is tried every {} s until it can be done: {}",
            name,
            every.toSeconds(),
            e.getMessage());
      }
    }
  }
}
