package shareddb.tenants.fleet.trial;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import shareddb.base.settings.Login;
import shareddb.base.settings.Settings;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.trial.TrialFleet.Move;

/** The tool's process, to be killed: one move of the whole fleet. */
public final class TrialProcess {

  static final int DONE = 0;
  static final int FAILED = 1;

  /** Another process worked on it: the server may not have noticed yet that it is dead. */
  static final int OCCUPIED = 3;

  private TrialProcess() {}

  static Process start(TrialFleet fleet, Move move) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            TrialProcess.class.getName(),
            fleet.folder().toString(),
            String.valueOf(fleet.size()),
            move.isUp() ? "up" : "down",
            String.valueOf(move.version()));
    Login login = fleet.login();
    builder
        .environment()
        .putAll(
            Map.of(
                "POSTGRES_HOST", login.host(),
                "POSTGRES_PORT", String.valueOf(login.port()),
                "POSTGRES_DB", login.database().value(),
                "POSTGRES_USER", login.user(),
                "POSTGRES_PASSWORD", login.password().reveal(),
                "WORKSHOP_SECRET", login.apis().secret().value().reveal()));
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.appendTo(new File(log(fleet))))
        .start();
  }

  static String log(TrialFleet fleet) {
    return fleet.folder().resolveSibling("processes.log").toString();
  }

  public static void main(String[] args) throws Exception {
    Logger.getLogger("org.flywaydb").setLevel(Level.SEVERE);
    TrialFleet fleet =
        new TrialFleet(
            Settings.load(Path.of("")).admin(), Path.of(args[0]), Integer.parseInt(args[1]));
    Move move = new Move(args[2].equals("up"), Integer.parseInt(args[3]));
    FleetResult result = fleet.move(move);
    int code = code(result);
    if (code == FAILED) {
      System.err.println(List.of(move, result));
    }
    System.exit(code);
  }

  private static int code(FleetResult result) {
    return switch (result) {
      case FleetResult.NothingToDo nothing -> DONE;
      case FleetResult.Done done -> done.tally().failed().isEmpty() ? DONE : FAILED;
      case FleetResult.Occupied occupied -> OCCUPIED;
      case FleetResult.Interrupted interrupted -> FAILED;
      case FleetResult.Stopped stopped -> FAILED;
      case FleetResult.TooFewConnections few -> FAILED;
      case FleetResult.UnknownVersion unknown -> FAILED;
      case FleetResult.NoUndoScript none -> FAILED;
    };
  }
}
