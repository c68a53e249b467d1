package shareddb.tenants.fleet.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Settings;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.postgres.server.ServerDatabases;

/**
 * Fleets of several sizes on the workshop's own server, which keeps what is committed. Who is quick
 * has a database of its own in each round, and the rounds are taken in turns; who is slow is asked
 * once, for a few tenants more in a database that is full by then.
 */
public final class Bench {

  private static final int CONNECTIONS = Integer.getInteger("bench.connections", 4);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

  /** From here on one round lasts long enough to tell. */
  private static final int MANY = 5000;

  private static final int WARM_UP = 50;

  /** Kept, or else its level is forgotten with it. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private final Login server;
  private final List<Contestant> contestants;

  /**
   * Dropped at the very end: a file system that was just told to delete many files (such as ext4)
   * is slow to make new ones, for minutes.
   */
  private final List<DatabaseName> made = new ArrayList<>();

  private boolean isCleared;

  private Bench(Login server, List<Contestant> contestants) {
    this.server = server;
    this.contestants = contestants;
  }

  /** The first argument is a Python that has Alembic, or empty; then the sizes. */
  public static void main(String[] args) throws Exception {
    FLYWAY.setLevel(Level.SEVERE);
    Path temporary = Files.createTempDirectory("bench-fleet");
    Track track = BenchTrack.in(temporary).track();
    List<Contestant> contestants = new ArrayList<>();
    contestants.add(new OurFleet(track, CONNECTIONS));
    contestants.add(new Floor(CONNECTIONS));
    if (!Boolean.getBoolean("bench.quick")) {
      contestants.add(new FlywayLoop(track));
    }
    if (!args[0].isEmpty()) {
      AlembicLoop alembic = AlembicLoop.in(args[0], temporary.resolve("alembic"));
      contestants.add(alembic);
      contestants.add(new AlembicProcesses(alembic));
    }
    Bench bench = new Bench(Settings.load(Path.of("")).admin(), contestants);
    // At the end, and when it is stopped.
    Runtime.getRuntime().addShutdownHook(new Thread(bench::clear));
    bench.warmUp();
    for (int i = 1; i < args.length; i++) {
      bench.print(Integer.parseInt(args[i]));
    }
    Memory.highest()
        .ifPresent(most -> System.out.printf("%nthis process never had more than %s%n", most));
  }

  /** A program that runs gets faster after a while: a process that starts anew does not. */
  private void warmUp() throws Exception {
    for (Contestant contestant : contestants) {
      if (contestant.isWarmedUp()) {
        int size = Math.min(contestant.most(), ROUNDS * WARM_UP);
        figures(contestant, targets(created(), 0, size));
      }
    }
  }

  private void all(int size, Consumer<Figures> told) throws Exception {
    List<Contestant> quick = contestants.stream().filter(c -> c.most() >= size).toList();
    Map<Contestant, List<Figures>> rounds = new LinkedHashMap<>();
    Login full = created();
    for (int round = 0; round < (size < MANY ? ROUNDS : 1); round++) {
      for (Contestant contestant : quick) {
        full = created();
        rounds
            .computeIfAbsent(contestant, one -> new ArrayList<>())
            .add(figures(contestant, targets(full, 0, size)));
      }
    }
    rounds.values().forEach(several -> told.accept(Figures.medians(several)));
    int next = size + 1;
    for (Contestant slow : contestants) {
      if (!quick.contains(slow)) {
        told.accept(figures(slow, targets(full, next, slow.most())));
        next += slow.most() + 1;
      }
    }
  }

  private void print(int size) throws Exception {
    System.out.printf(
        "%n%d schemas, %d connections, fsync %s: milliseconds a schema (times the fleet's)%n",
        size, CONNECTIONS, setting("fsync"));
    System.out.printf("  %-22s", "");
    Figures.NAMES.forEach(name -> System.out.printf("%18s", name));
    System.out.println();
    List<Figures> all = new ArrayList<>();
    all(
        size,
        figures -> {
          all.add(figures);
          System.out.println(figures.line(all.getFirst()));
        });
  }

  private synchronized Login created() throws SQLException {
    if (isCleared) {
      throw new IllegalStateException("stopped");
    }
    DatabaseName name = new DatabaseName("bench_" + UUID.randomUUID());
    made.add(name);
    return ServerDatabases.create(server, name);
  }

  private synchronized void clear() {
    isCleared = true;
    for (DatabaseName name : made) {
      try {
        ServerDatabases.drop(server, name);
      } catch (SQLException e) {
        System.err.println(name.quoted() + " is left: " + e.getMessage());
      }
    }
  }

  private static Figures figures(Contestant contestant, List<Target> all) throws Exception {
    // What is made once for a database, such as the journal, is no tenant's.
    contestant.upgrade(all.subList(0, 1), BenchTrack.PROVISIONED);
    List<Target> targets = all.subList(1, all.size());
    List<Optional<Double>> milliseconds = new ArrayList<>();
    milliseconds.add(time(targets, t -> contestant.upgrade(t, BenchTrack.PROVISIONED)));
    milliseconds.add(time(targets, t -> contestant.upgrade(t, BenchTrack.UPGRADED)));
    boolean looks = !(contestant instanceof Floor);
    milliseconds.add(
        looks ? time(targets, t -> contestant.upgrade(t, BenchTrack.UPGRADED)) : Optional.empty());
    for (Optional<Contestant.Step> step : List.of(contestant.status(), contestant.drift())) {
      milliseconds.add(step.isPresent() ? time(targets, step.get()) : Optional.empty());
    }
    return new Figures(contestant.name(), targets.size(), milliseconds);
  }

  private static Optional<Double> time(List<Target> targets, Contestant.Step step)
      throws Exception {
    long start = System.nanoTime();
    step.run(targets);
    return Optional.of((System.nanoTime() - start) / 1e6 / targets.size());
  }

  /** So many after this number, and one before them. */
  private static List<Target> targets(Login login, int after, int count) {
    return IntStream.rangeClosed(after, after + count).mapToObj(i -> target(login, i)).toList();
  }

  private static Target target(Login login, int number) {
    return new Target(login, new SchemaName("03_tenant_%05d".formatted(number)));
  }

  private String setting(String name) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
