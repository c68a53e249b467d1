package shareddb.postgres.docker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import shareddb.postgres.internal.ProgramRun;
import shareddb.postgres.server.ServerProblem;

/**
 * A container of Docker Compose.
 *
 * @param name its name
 * @param running whether it is running
 * @param port the port on this machine that leads to its server; empty if it is not running
 * @param folder the folder in which Compose started it
 */
public record DockerContainer(String name, boolean running, String port, String folder) {

  private static final String FORMAT =
      "{{.State.Running}} {{range $inner, $outer := .NetworkSettings.Ports}}"
          + "{{range $outer}}{{.HostPort}}{{end}}{{end}}"
          + " {{index .Config.Labels \"com.docker.compose.project.working_dir\"}}";

  public static Optional<DockerContainer> find(String name) {
    ProgramRun.Outcome outcome =
        DockerEngine.ask("docker", "container", "inspect", "--format", FORMAT, name);
    if (!outcome.ok()) {
      return Optional.empty();
    }
    String[] parts = outcome.output().split(" ", 3);
    return Optional.of(
        new DockerContainer(
            name,
            Boolean.parseBoolean(parts[0]),
            parts.length > 1 ? parts[1] : "",
            parts.length > 2 ? parts[2].strip() : ""));
  }

  /**
   * The problem that the container belongs to another checkout, if it does. A machine has only one
   * container with this name.
   */
  Optional<ServerProblem> notOf(Path root) {
    if (isOf(root)) {
      return Optional.empty();
    }
    return Optional.of(
        new ServerProblem(
            "the container " + name + " belongs to another checkout",
            folder.isEmpty() ? "not started by Docker Compose" : folder,
            running ? "it runs" : "it is stopped",
            running
                ? "stop it there: make -C " + folder + " db-stop; or: docker rm -f " + name
                : "remove it (its data stays): docker rm " + name));
  }

  public boolean isOf(Path root) {
    try {
      return !folder.isEmpty() && Path.of(folder).toRealPath().equals(root.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
