package shareddb.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.base.settings.Secret;
import shareddb.postgres.internal.FileFailures;
import shareddb.postgres.internal.Polling;
import shareddb.postgres.internal.PostmasterPid;
import shareddb.postgres.internal.ProgramRun;
import shareddb.postgres.internal.ServerUser;
import shareddb.postgres.internal.SystemProcesses;
import shareddb.postgres.server.ServerException;
import shareddb.postgres.server.ServerProblem;

/**
 * One embedded server.
 *
 * @param home the folder of its programs
 * @param folder the folder for its data and its log, which its user may write
 * @param user the user that runs it
 * @param durability how safe its data is if the machine fails
 */
public record EmbeddedCluster(Path home, Path folder, ServerUser user, Durability durability) {

  /**
   * Rounds of hashing for a password. A new JVM computes all of them at its first connection:
   * Postgres' own 4,096 took a quarter of a second, half of the time of a short command. Many
   * rounds protect a stolen verifier; it is stolen here only together with all the data.
   */
  private static final int PASSWORD_ROUNDS = 64;

  private static final Map<String, String> SETTINGS =
      Map.of(
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "max_connections", "200",
          "timezone", "UTC",
          "log_timezone", "UTC");

  private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);

  /** New data takes 40 MB. The rest is reserved for its first days. */
  private static final long NEW_DATA_MEGABYTES = 100;

  private static final int START_SECONDS = 60;
  private static final Duration ORPHANS_LIMIT = Duration.ofSeconds(15);

  Path data() {
    return folder.resolve("data");
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  boolean isInitialised() {
    return Files.isDirectory(data());
  }

  /** Makes the data in a temporary folder and renames the folder when the data is complete. */
  public void initialise(String superuser, Secret password) {
    Path aside = UnfinishedStart.newData(folder);
    try {
      UnfinishedStart.sweep(folder);
      FileFailures.requireSpace(folder, NEW_DATA_MEGABYTES);
      Path passwordFile = passwordFile(password);
      try {
        initdb(aside, superuser, passwordFile);
      } finally {
        Files.deleteIfExists(passwordFile);
      }
      Files.move(aside, data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileFailures.writing("cannot make the data folder", folder, e);
    }
  }

  private Path passwordFile(Secret password) throws IOException {
    Path file = UnfinishedStart.newPasswordFile(folder);
    Files.writeString(file, password.reveal() + "\n");
    user.give(file);
    return file;
  }

  private void initdb(Path target, String superuser, Path passwordFile) {
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("bin/initdb").toString(),
                "-D",
                target.toString(),
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Texts sort in the same order on every machine, whatever its locales are.
                "--locale=C",
                "--no-instructions"));
    if (EmbeddedBinaries.majorVersion() >= 17) {
      command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    }
    if (EmbeddedBinaries.majorVersion() >= 16) {
      command.add("--set=scram_iterations=" + PASSWORD_ROUNDS);
    }
    command.addAll(durability.initdbOptions());
    ProgramRun.Outcome outcome = user.run(command, INITDB_LIMIT);
    if (!outcome.ok()) {
      throw new ServerException(ClusterFailures.ofInitdb(this, outcome));
    }
  }

  /** Refuses data of another major version, before a program of this version touches it. */
  void checkVersion() {
    Path file = data().resolve("PG_VERSION");
    try {
      int found =
          Files.exists(file)
              ? Integer.parseInt(Files.readString(file).strip())
              : EmbeddedBinaries.majorVersion();
      if (found != EmbeddedBinaries.majorVersion()) {
        throw new ServerException(ClusterFailures.otherVersion(data(), found));
      }
    } catch (IOException e) {
      throw FileFailures.writing("cannot read the version of the data", file, e);
    } catch (NumberFormatException e) {
      throw new ServerException(ClusterFailures.noVersion(file), e);
    }
  }

  /** Starts the server. Returns when it takes connections. */
  public void start(int port) {
    forgetReusedPid();
    new ServerLog(log()).rotate();
    long deadline = System.nanoTime() + ORPHANS_LIMIT.toNanos();
    ProgramRun.Outcome outcome = tried(port);
    // Sessions of a killed server need a moment to notice that it is gone.
    while (!outcome.ok() && ClusterFailures.isOrphaned(this) && System.nanoTime() < deadline) {
      Polling.millis(200);
      outcome = tried(port);
    }
    if (!outcome.ok() && running().isEmpty()) {
      throw new ServerException(ClusterFailures.ofStart(this, port, outcome));
    }
  }

  /**
   * Deletes the process id file of a killed server, if another program now has that process id.
   * Postgres itself notices only that no process has the id.
   */
  private void forgetReusedPid() {
    Path file = PostmasterPid.file(data());
    boolean reused =
        PostmasterPid.read(data()).filter(found -> SystemProcesses.isAlive(found.pid())).isPresent()
            && running().isEmpty();
    try {
      if (reused) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw FileFailures.writing("cannot remove what a killed server left", file, e);
    }
  }

  private ProgramRun.Outcome tried(int port) {
    Map<String, String> all = new HashMap<>(SETTINGS);
    all.putAll(durability.settings());
    String options =
        all.entrySet().stream()
            .map(setting -> "-c " + setting.getKey() + "='" + setting.getValue() + "'")
            .sorted()
            .collect(Collectors.joining(" "));
    return pgCtl(
        "start",
        "-w",
        "-t",
        Integer.toString(START_SECONDS),
        "-l",
        log().toString(),
        "-o",
        "-p " + port + " " + options);
  }

  /** Ends all sessions, writes all data to disk, and returns when the server is gone. */
  void stop() {
    ProgramRun.Outcome outcome =
        pgCtl("stop", "-w", "-m", "fast", "-t", Integer.toString(START_SECONDS));
    if (!outcome.ok() && running().isPresent()) {
      throw new ServerException(
          new ServerProblem(
              "the server does not stop",
              data().toString(),
              "waited " + START_SECONDS + " s",
              "see its log: tail " + log()));
    }
  }

  Optional<PostmasterPid> running() {
    return PostmasterPid.running(data());
  }

  private ProgramRun.Outcome pgCtl(String action, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(home.resolve("bin/pg_ctl").toString(), action, "-D", data().toString()));
    command.addAll(List.of(options));
    return user.run(command, Duration.ofSeconds(START_SECONDS + 10));
  }
}
