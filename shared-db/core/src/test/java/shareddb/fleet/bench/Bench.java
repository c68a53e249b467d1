package shareddb.fleet.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import shareddb.migrate.Target;
import shareddb.names.DatabaseName;
import shareddb.names.SchemaName;
import shareddb.server.Databases;
import shareddb.settings.Login;
import shareddb.settings.Settings;
import shareddb.track.Track;

/**
 * Fleets of several sizes on the workshop's own server, which keeps what is committed. Each
 * contestant has a database of its own with as many schemas; who is slow is asked for the last of
 * them only.
 */
public final class Bench {

  private static final int CONNECTIONS = Integer.getInteger("bench.connections", 4);
  private static final int WARM_UP = 50;

  /** Kept, or else its level is forgotten with it. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private final Login server;
  private final List<Contestant> contestants;

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
    bench.warmedUp().all(WARM_UP, (first, figures) -> {});
    for (int i = 1; i < args.length; i++) {
      bench.print(Integer.parseInt(args[i]));
    }
    Memory.highest()
        .ifPresent(most -> System.out.printf("%nthis process never had more than %s%n", most));
  }

  private Bench warmedUp() {
    return new Bench(server, contestants.stream().filter(Contestant::isWarmedUp).toList());
  }

  /** Who is slow is asked for a few tenants more in the floor's database, which is full by then. */
  private void all(int size, BiConsumer<Figures, Figures> told) throws Exception {
    Optional<Figures> first = Optional.empty();
    Login crowd = created();
    try {
      int next = size + 1;
      for (Contestant contestant : contestants) {
        Figures figures;
        if (contestant.most() < size) {
          figures = figures(contestant, targets(crowd, next, contestant.most()));
          next += contestant.most() + 1;
        } else if (contestant instanceof Floor) {
          figures = figures(contestant, targets(crowd, 0, size));
        } else {
          figures = alone(contestant, size);
        }
        first = first.or(() -> Optional.of(figures));
        told.accept(first.orElseThrow(), figures);
      }
    } finally {
      Databases.drop(server, crowd.database());
    }
  }

  private void print(int size) throws Exception {
    System.out.printf(
        "%n%d schemas, %d connections, fsync %s: milliseconds a schema (times the fleet's)%n",
        size, CONNECTIONS, setting("fsync"));
    System.out.printf("  %-22s", "");
    Figures.NAMES.forEach(name -> System.out.printf("%18s", name));
    System.out.println();
    all(size, (first, figures) -> System.out.println(figures.line(first)));
  }

  private Figures alone(Contestant contestant, int size) throws Exception {
    Login login = created();
    try {
      return figures(contestant, targets(login, 0, size));
    } finally {
      Databases.drop(server, login.database());
    }
  }

  private Login created() throws SQLException {
    return Databases.create(server, new DatabaseName("bench_" + UUID.randomUUID()));
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
