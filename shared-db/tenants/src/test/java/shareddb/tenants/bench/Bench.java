package shareddb.tenants.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Settings;
import shareddb.postgres.server.ServerDatabases;

/**
 * Modules 02, 03 and 04 with the same tenants, on the workshop's own server, in databases of their
 * own: what the three patterns cost, one beside the other.
 */
public final class Bench {

  private static final int REQUIREMENTS = 200;
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 5;

  /** Kept, or else its level is forgotten with it. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private interface Work {
    void run() throws Exception;
  }

  private Bench() {}

  /** How many tenants each pattern gets. */
  public static void main(String[] args) throws Exception {
    FLYWAY.setLevel(Level.SEVERE);
    Login server = Settings.load(Path.of("")).admin();
    int tenants = Integer.parseInt(args[0]);
    List<String> names = new ArrayList<>();
    List<List<Cost>> columns = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      try (Pattern pattern = pattern(i, server)) {
        names.add(pattern.name());
        columns.add(costs(pattern, tenants));
      }
    }
    print(tenants, names, columns);
  }

  private static Pattern pattern(int number, Login server) throws Exception {
    Path root = Files.createTempDirectory("bench-patterns");
    Login own = ServerDatabases.create(server, new DatabaseName("bench_" + UUID.randomUUID()));
    return switch (number) {
      case 0 -> new SharedSchema(server, own, ModuleCopy.of("02_requirements_shared_schema", root));
      case 1 ->
          OwnTargets.of(
              "03 schema a tenant", "03_requirements_schema_per_tenant", server, own, root);
      default ->
          OwnTargets.of(
              "04 database a tenant", "04_requirements_database_per_tenant", server, own, root);
    };
  }

  private static List<Cost> costs(Pattern pattern, int tenants) throws Exception {
    pattern.provision(WARM_UP);
    Disk before = disk(pattern);
    double provisioned = milliseconds(() -> pattern.provision(tenants)) / tenants;
    Disk more = disk(pattern).since(before);
    pattern.fill(REQUIREMENTS);
    Sessions sessions = Sessions.asking(pattern.places());
    if (sessions.requirements() != (long) REQUIREMENTS * (tenants + WARM_UP)) {
      throw new IllegalStateException(pattern.name() + " has lost some: " + sessions);
    }
    double asked = best(() -> Sessions.asking(pattern.places()));
    double backedUp = milliseconds(pattern::backUpOne);
    double upgraded = milliseconds(pattern::upgrade) / (tenants + WARM_UP);
    return List.of(
        new Cost("provision, ms a tenant", provisioned),
        new Cost("upgrade by one, ms a tenant", upgraded),
        new Cost("back up one tenant, ms", backedUp),
        new Cost("one question to all, ms", asked),
        new Cost("sessions to ask all", sessions.count()),
        new Cost("memory of these, MB", megabytes(sessions.bytes())),
        new Cost("disk, empty, MB a tenant", megabytes(more.all()) / tenants),
        new Cost("of it catalogs, MB a tenant", megabytes(more.catalogs()) / tenants));
  }

  private static Disk disk(Pattern pattern) throws SQLException {
    return Disk.of(pattern.places().getFirst().admin(), pattern.places());
  }

  private static double milliseconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double best(Work work) throws Exception {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      best = Math.min(best, milliseconds(work));
    }
    return best;
  }

  private static double megabytes(long bytes) {
    return bytes / 1024.0 / 1024.0;
  }

  private static void print(int tenants, List<String> names, List<List<Cost>> columns) {
    System.out.printf(
        "%n%d tenants with %d requirements each (times those of 02)%n", tenants, REQUIREMENTS);
    System.out.printf("  %-28s", "");
    names.forEach(name -> System.out.printf("%22s", name));
    System.out.println();
    for (int row = 0; row < columns.getFirst().size(); row++) {
      double base = columns.getFirst().get(row).amount();
      System.out.printf("  %-28s", columns.getFirst().get(row).of());
      for (List<Cost> column : columns) {
        System.out.printf("%22s", cell(column.get(row).amount(), base));
      }
      System.out.println();
    }
  }

  private static String cell(double amount, double base) {
    String number = String.format(Locale.ROOT, amount < 10 ? "%.2f" : "%.0f", amount);
    return amount == base || base < 0.001
        ? number
        : String.format(Locale.ROOT, "%s (%.1fx)", number, amount / base);
  }
}
