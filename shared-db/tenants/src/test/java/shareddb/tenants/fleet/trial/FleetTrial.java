package shareddb.tenants.fleet.trial;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import shareddb.base.names.DatabaseName;
import shareddb.postgres.server.ServerDatabases;
import shareddb.testing.RandomSeed;
import shareddb.testing.TrackFolder;

/** The whole trial, on a server of its own. */
public final class FleetTrial {

  private static final int KILLS = 20;
  private static final List<Integer> OF_THE_SERVER = List.of(3, 12);
  private static final int LONGEST_MILLIS = 4000;
  private static final Duration OPEN = Duration.ofSeconds(30);

  /** Kept, or else its level is forgotten with it. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private FleetTrial() {}

  /** An empty folder that others may enter, a free port, and how many tenants. */
  public static void main(String[] args) throws Exception {
    FLYWAY.setLevel(Level.SEVERE);
    Path folder = Path.of(args[0]);
    int size = Integer.parseInt(args[2]);
    Random random = RandomSeed.random(FleetTrial.class);
    try (TrialServer server = new TrialServer(folder, args[1])) {
      TrackFolder track = TrialTrack.in(folder);
      TrialFleet fleet =
          TrialFleet.of(
              ServerDatabases.create(server.login(), new DatabaseName("fleet_trial")), track, size);
      says(
          "%d tenants, killed %d times, %d of them with the server"
              .formatted(size, KILLS, OF_THE_SERVER.size()));
      new Kills(fleet, random, server::kill, OF_THE_SERVER).happen(KILLS, LONGEST_MILLIS);
      says("Flyway validates each of them, and finds nothing to migrate");
      new Wholeness(fleet).flywayAgrees();
      says("two operators at once, and Flyway beside");
      new TwoAtOnce(fleet).happen();
      says("a transaction open in one of them");
      new OpenTransaction(fleet, OPEN).happens();
      says("data that a migration does not allow, in %d of them".formatted(BadData.FEW));
      TrialTrack.wantClean(track);
      new BadData(fleet).happens();
    }
    says("well");
  }

  private static void says(String what) {
    System.out.println(what);
  }
}
