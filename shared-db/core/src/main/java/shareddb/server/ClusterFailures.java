package shareddb.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Why an embedded server could not be made or started, as its programs told. */
final class ClusterFailures {

  private static final int TAIL = 8;

  private ClusterFailures() {}

  static Problem ofInitdb(EmbeddedCluster cluster, Command.Outcome outcome) {
    String said = outcome.output();
    if (Failures.isFullDisk(said)) {
      return Failures.fullDisk(cluster.folder());
    }
    if (said.contains("could not look up effective user ID")) {
      return new Problem(
          "this user has no entry in /etc/passwd, and initdb wants a name",
          said.lines().findFirst().orElse(""),
          "",
          "run as a user with an entry, or add one:"
              + " echo \"dev:x:$(id -u):$(id -g)::/tmp:/bin/sh\" >> /etc/passwd");
    }
    return new Problem(
        "initdb could not make the data folder",
        cluster.folder().toString(),
        "exit code " + outcome.code() + ": " + said,
        "see what is there: ls -la " + cluster.folder());
  }

  static Problem ofStart(EmbeddedCluster cluster, int port, Command.Outcome outcome) {
    String log = tail(cluster);
    if (Failures.isFullDisk(log)) {
      return Failures.fullDisk(cluster.folder());
    }
    return new Problem(
        "the server did not start",
        cluster.data().toString(),
        "exit code " + outcome.code() + ", port " + port + ": " + log,
        "see its log: tail -n 50 " + cluster.log());
  }

  static Problem otherVersion(Path data, int found) {
    int own = EmbeddedBinaries.majorVersion();
    return new Problem(
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

  static Problem noVersion(Path file) {
    return new Problem(
        "the data folder is damaged: it does not say its version",
        file.toString(),
        "",
        "give it up: rm -rf " + file.getParent() + ", then ./db start");
  }

  /** Whether sessions of a server that was killed still hold its memory. */
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
