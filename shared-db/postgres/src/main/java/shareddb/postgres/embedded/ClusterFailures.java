package shareddb.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import shareddb.postgres.internal.FileFailures;
import shareddb.postgres.internal.ProgramRun;
import shareddb.postgres.server.ServerProblem;

/**
 * The problems of an embedded server that could not be made or started, from the output of its
 * programs.
 */
public final class ClusterFailures {

  private static final int TAIL = 8;

  private ClusterFailures() {}

  public static ServerProblem ofInitdb(EmbeddedCluster cluster, ProgramRun.Outcome outcome) {
    String said = outcome.output();
    if (FileFailures.isFullDisk(said)) {
      return FileFailures.fullDisk(cluster.folder());
    }
    if (said.contains("could not look up effective user ID")) {
      return new ServerProblem(
          "this user has no entry in /etc/passwd, and initdb wants a name",
          said.lines().findFirst().orElse(""),
          "",
          "run as a user with an entry, or add one:"
              + " echo \"dev:x:$(id -u):$(id -g)::/tmp:/bin/sh\" >> /etc/passwd");
    }
    return new ServerProblem(
        "initdb could not make the data folder",
        cluster.folder().toString(),
        "exit code " + outcome.code() + ": " + said,
        "see what is there: ls -la " + cluster.folder());
  }

  static ServerProblem ofStart(EmbeddedCluster cluster, int port, ProgramRun.Outcome outcome) {
    String log = tail(cluster);
    if (FileFailures.isFullDisk(log)) {
      return FileFailures.fullDisk(cluster.folder());
    }
    return new ServerProblem(
        "the server did not start",
        cluster.data().toString(),
        "exit code " + outcome.code() + ", port " + port + ": " + log,
        "see its log: tail -n 50 " + cluster.log());
  }

  static ServerProblem otherVersion(Path data, int found) {
    int own = EmbeddedBinaries.majorVersion();
    return new ServerProblem(
        "the data is of PostgreSQL " + found + ", and this is PostgreSQL " + own,
        data.toString(),
        "",
        "dump it with the old version and load it into the new one; or give it up: mv "
            + data
            + " "
            + data
            + "-"
            + found
            + ", then ./db start");
  }

  static ServerProblem noVersion(Path file) {
    return new ServerProblem(
        "the data folder is damaged: it does not say its version",
        file.toString(),
        "",
        "give it up: rm -rf " + file.getParent() + ", then ./db start");
  }

  /** Whether sessions of a killed server still hold its shared memory. */
  static boolean isOrphaned(EmbeddedCluster cluster) {
    return tail(cluster).contains("pre-existing shared memory block");
  }

  static String tail(EmbeddedCluster cluster) {
    try {
      List<String> lines = Files.readAllLines(cluster.log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    } catch (IOException e) {
      return "no log";
    }
  }
}
