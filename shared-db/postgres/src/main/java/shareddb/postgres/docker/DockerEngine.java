package shareddb.postgres.docker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.postgres.internal.FileFailures;
import shareddb.postgres.internal.ProgramRun;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.ServerProgress;

/** Uses the Docker engine and Docker Compose through their commands. */
public final class DockerEngine {

  /** An engine that takes longer to report its version counts as not answering. */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

  private static final Duration PULL_LIMIT = Duration.ofMinutes(5);
  private static final Duration COMPOSE_LIMIT = Duration.ofMinutes(3);

  private DockerEngine() {}

  /** The reason why no engine can be used. Empty if one can. */
  public static Optional<ServerProblem> problem() {
    ProgramRun.Outcome version = ask("docker", "version", "--format", "{{.Server.Version}}");
    if (!version.ok()) {
      return Optional.of(
          new ServerProblem(
              version.code() == ProgramRun.NOT_FOUND
                  ? "there is no docker command"
                  : "no Docker engine answers",
              lastLine(version),
              "exit code " + version.code(),
              "start Docker, then again; or do without it: WORKSHOP_DB=embedded ./db start"));
    }
    return compose().isEmpty() ? Optional.of(noCompose()) : Optional.empty();
  }

  private static ServerProblem noCompose() {
    return new ServerProblem(
        "the Docker engine answers, but there is no Docker Compose",
        "tried: docker compose, docker-compose",
        "",
        "install its Compose plugin; or do without it: WORKSHOP_DB=embedded ./db start");
  }

  /** The newer Compose is a plugin of docker, the older one a separate program. */
  private static Optional<List<String>> compose() {
    if (ask("docker", "compose", "version").ok()) {
      return Optional.of(List.of("docker", "compose"));
    }
    return ProgramRun.isThere("docker-compose")
        ? Optional.of(List.of("docker-compose"))
        : Optional.empty();
  }

  /** Downloads the image if it is missing. Returns a problem if it cannot be downloaded. */
  public static Optional<ServerProblem> imageProblem(String image, ServerProgress progress) {
    if (ask("docker", "image", "inspect", image).ok()) {
      return Optional.empty();
    }
    progress.says("downloading the image " + image);
    ProgramRun.Outcome pull =
        ProgramRun.run(List.of("docker", "pull", "--quiet", image), Map.of(), PULL_LIMIT);
    if (pull.ok()) {
      return Optional.empty();
    }
    return Optional.of(
        FileFailures.isFullDisk(pull.output())
            ? FileFailures.fullDisk(Path.of("/var/lib/docker"))
            : new ServerProblem(
                "the image " + image + " is not here and cannot be pulled",
                lastLine(pull),
                "exit code " + pull.code(),
                "try it by hand: docker pull "
                    + image
                    + "; or do without it: WORKSHOP_DB=embedded ./db start"));
  }

  static ProgramRun.Outcome compose(
      Path root, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(compose().orElse(List.of("docker", "compose")));
    command.addAll(List.of("-f", root.resolve("docker-compose.yml").toString()));
    command.addAll(List.of(arguments));
    return ProgramRun.run(command, root, environment, COMPOSE_LIMIT);
  }

  static ProgramRun.Outcome ask(String... command) {
    return ProgramRun.run(List.of(command), Map.of(), ANSWER_LIMIT);
  }

  private static String lastLine(ProgramRun.Outcome outcome) {
    return outcome.output().lines().reduce("", (before, line) -> line.isBlank() ? before : line);
  }
}
