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
  private static final int WARM_UP = 100;

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
      contestants.add(AlembicLoop.in(args[0], temporary.resolve("alembic")));
    }
    Bench bench = new Bench(Settings.load(Path.of("")).admin(), contestants);
    bench.all(WARM_UP / 2);
    for (int i = 1; i < args.length; i++) {
      bench.print(Integer.parseInt(args[i]));
    }
  }

  private List<Figures> all(int size) throws Exception {
    List<Figures> all = new ArrayList<>();
    for (Contestant contestant : contestants) {
      all.add(measured(contestant, size));
    }
    return all;
  }

  private void print(int size) throws Exception {
    System.out.printf(
        "%n%d schemas, %d connections, fsync %s: milliseconds a schema (times the fleet's)%n",
        size, CONNECTIONS, setting("fsync"));
    System.out.printf("  %-22s", "");
    Figures.NAMES.forEach(name -> System.out.printf("%18s", name));
    System.out.println();
    List<Figures> all = all(size);
    for (Figures figures : all) {
      System.out.println(figures.line(all.getFirst()));
    }
  }

  private Figures measured(Contestant contestant, int size) throws Exception {
    DatabaseName name = new DatabaseName("bench_" + UUID.randomUUID());
    Login login = Databases.create(server, name);
    try {
      List<Target> targets = targets(login, size);
      // What is made once for a database, such as the journal, is no tenant's.
      contestant.upgrade(List.of(target(login, 0)), BenchTrack.PROVISIONED);
      List<Target> asked = targets.subList(Math.max(0, size - contestant.most()), size);
      List<Target> others = targets.subList(0, size - asked.size());
      if (!others.isEmpty()) {
        new Floor(CONNECTIONS).upgrade(others, BenchTrack.PROVISIONED);
      }
      return figures(contestant, asked);
    } finally {
      Databases.drop(server, name);
    }
  }

  private static Figures figures(Contestant contestant, List<Target> targets) throws Exception {
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

  private static List<Target> targets(Login login, int size) {
    return IntStream.rangeClosed(1, size).mapToObj(i -> target(login, i)).toList();
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
