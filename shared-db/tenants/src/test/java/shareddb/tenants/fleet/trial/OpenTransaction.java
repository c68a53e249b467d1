package shareddb.tenants.fleet.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.trial.TrialFleet.Move;
import shareddb.testing.RandomSeed;

/** A transaction that stays open in one tenant, while all are upgraded and in use. */
record OpenTransaction(TrialFleet fleet, Duration open) {

  private static final Duration LONG = Duration.ofSeconds(2);
  private static final Move BACK = Move.down(TrialTrack.PROVISIONED);
  private static final Move FORTH = Move.up(TrialTrack.NEWEST);

  void happens() throws Exception {
    fleet.move(BACK);
    long usual = millis(() -> fleet.move(FORTH));
    fleet.move(BACK);
    int number = fleet.size() / 2;
    Random random = RandomSeed.random(OpenTransaction.class);
    try (Connection holder = fleet.login().connect();
        Statement statement = holder.createStatement();
        Visitor other = Visitor.of(fleet, () -> write(random.nextInt(1, number)));
        Visitor same = Visitor.of(fleet, () -> read(number))) {
      holder.setAutoCommit(false);
      statement.execute(read(number));
      long began = System.nanoTime();
      CountDownLatch others = new CountDownLatch(fleet.size() - 1);
      CompletableFuture<FleetResult> run = run(others);
      long took = millis(() -> assertThat(others.await(5, TimeUnit.MINUTES)).isTrue());
      long left = open.toNanos() - (System.nanoTime() - began);
      // It is open for as long as was asked for, whatever the others do.
      TimeUnit.NANOSECONDS.sleep(left);
      assertThat(run).isNotDone();
      holder.rollback();
      assertThat(run.get(1, TimeUnit.MINUTES)).isInstanceOf(FleetResult.Done.class);
      Visitor.Visit there = same.end();
      Visitor.Visit elsewhere = other.end();
      System.out.printf(
          "  open for %d s: the others were done after %d ms (usually %d);%n"
              + "  requests elsewhere: %s; in the same tenant: %s%n",
          open.toSeconds(), took, usual, elsewhere, there);
      assertThat(took).isLessThan(Math.max(3 * usual, LONG.toMillis()));
      assertThat(elsewhere.slowest()).isLessThan(LONG);
      assertThat(there.slowest()).isLessThan(LONG);
    }
    new Wholeness(fleet).allAt(TrialTrack.NEWEST);
  }

  private CompletableFuture<FleetResult> run(CountDownLatch others) {
    FleetOptions patient = FleetOptions.USUAL.withPatience(open.plusSeconds(30));
    FleetListener listener =
        event -> {
          if (event instanceof FleetEvent.TargetDone) {
            others.countDown();
          }
        };
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return fleet.move(FORTH, patient, listener);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private String read(int number) {
    return "SELECT count(*) FROM " + fleet.target(number).schema().quoted("person");
  }

  private String write(int number) {
    String person = fleet.target(number).schema().quoted("person");
    return "INSERT INTO %s (name) VALUES ('visitor')".formatted(person);
  }

  private interface Step {
    Object run() throws Exception;
  }

  private static long millis(Step step) throws Exception {
    long start = System.nanoTime();
    step.run();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
