package shareddb.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import shareddb.base.names.DatabaseName;
import shareddb.base.settings.Login;
import shareddb.cli.lost.CommitLosingProxy;
import shareddb.cli.lost.CommitLosingProxy.Loss;
import shareddb.postgres.build.BuildPostgres;
import shareddb.postgres.server.ServerDatabases;
import shareddb.testing.RandomSeed;

/**
 * Loses COMMITs, or their answers, of operations at random. After each loss, what the tool says is
 * compared with what the database holds, and every way back is walked.
 */
final class LostCommitTrial {

  /** Kept, or else its level is forgotten with it. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  /** What is lost, and whether the server can be asked about it. */
  enum Variant {
    ANSWER,
    REQUEST,
    ANSWER_AND_NO_NEW_CONNECTION;

    void arm(CommitLosingProxy proxy, LostOperation operation) {
      String commit = operation.commit();
      proxy
          .lose(this == REQUEST ? new Loss.OfTheRequest(commit) : new Loss.OfTheAnswer(commit))
          .behind(operation.behind());
      if (this == ANSWER_AND_NO_NEW_CONNECTION) {
        proxy.andRefuse();
      }
    }
  }

  private LostCommitTrial() {}

  /** An empty folder, and how many losses. */
  public static void main(String[] args) throws Exception {
    FLYWAY.setLevel(Level.SEVERE);
    int count = Integer.parseInt(args[1]);
    Random random = RandomSeed.random(LostCommitTrial.class);
    Login server = BuildPostgres.shared();
    DatabaseName name = new DatabaseName("lost_commits_" + UUID.randomUUID());
    Login login = ServerDatabases.create(server, name);
    List<String> faults = new ArrayList<>();
    Map<String, Integer> tally = new LinkedHashMap<>();
    try (CommitLosingProxy proxy = CommitLosingProxy.before(login.host(), login.port())) {
      List<LostOperation> all =
          LostOperations.in(Path.of(args[0]), login, String.valueOf(proxy.port()));
      for (int i = 0; i < count; i++) {
        // Each operation has its turn before one has its second.
        LostOperation operation = all.get(i % all.size());
        Variant variant = variant(operation, random);
        LostVerdict verdict = LostVerdict.of(operation, variant, proxy);
        System.out.printf("%3d  %s%n", i + 1, verdict.line());
        tally.merge(verdict.said(), 1, Integer::sum);
        faults.addAll(verdict.faults());
      }
    } finally {
      ServerDatabases.drop(server, name);
    }
    System.out.println(count + " COMMITs lost: said " + tally + ", " + faults.size() + " faults");
    faults.forEach(System.out::println);
    if (!faults.isEmpty()) {
      System.exit(1);
    }
  }

  /** A run over many tenants waits long for a server that is away. */
  private static Variant variant(LostOperation operation, Random random) {
    Variant[] variants = Variant.values();
    return variants[random.nextInt(operation.ofManyTenants() ? 2 : variants.length)];
  }
}
