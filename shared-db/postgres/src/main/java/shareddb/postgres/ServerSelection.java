package shareddb.postgres;

import java.util.Optional;
import shareddb.base.settings.Settings;
import shareddb.postgres.docker.DockerContainer;
import shareddb.postgres.docker.DockerEngine;
import shareddb.postgres.docker.DockerServer;
import shareddb.postgres.embedded.Durability;
import shareddb.postgres.embedded.EmbeddedServer;
import shareddb.postgres.internal.DataFolder;
import shareddb.postgres.internal.ServerBackend;
import shareddb.postgres.server.ServerKind;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.ServerProgress;

/** Selects the kind of server: the one in the settings, or else the best one on this machine. */
record ServerSelection(Settings settings, DataFolder folder, Durability durability) {

  /** The selected server, and the reason for it. */
  record Selected(ServerBackend backend, String why) {}

  /** The selection for a start. It may download an image first. */
  Selected forStart(ServerProgress progress) {
    return selected(
        () -> {
          Optional<ServerProblem> noDocker =
              DockerEngine.problem()
                  .or(() -> DockerEngine.imageProblem(DockerServer.image(), progress));
          noDocker.ifPresent(problem -> progress.says("without Docker: " + problem.what()));
          return noDocker;
        });
  }

  /** The server in use, or the one that a start would most likely take. */
  Selected forLook() {
    return selected(DockerEngine::problem);
  }

  private Selected selected(DockerCheck check) {
    return switch (settings.choice()) {
      case EXTERNAL -> new Selected(new ExternalServer(settings), "the settings say so");
      case DOCKER -> new Selected(docker(), "WORKSHOP_DB says so");
      case EMBEDDED -> new Selected(embedded(), "WORKSHOP_DB says so");
      case AUTO -> automatic(check);
    };
  }

  private Selected automatic(DockerCheck check) {
    if (embedded().isRunning()) {
      return new Selected(embedded(), "it runs already");
    }
    Optional<ServerKind> last = folder.lastKind();
    if (last.equals(Optional.of(ServerKind.EMBEDDED)) && !dockerRuns()) {
      return new Selected(embedded(), "it was used last");
    }
    return check
        .problem()
        .map(problem -> new Selected(embedded(), problem.what()))
        .orElseGet(
            () ->
                new Selected(
                    docker(), last.isPresent() ? "it was used last" : "a Docker engine answers"));
  }

  private boolean dockerRuns() {
    return DockerContainer.find(ServerKind.DOCKER_CONTAINER)
        .filter(found -> found.running() && found.isOf(settings.root()))
        .isPresent();
  }

  private ServerBackend docker() {
    return new DockerServer(settings, folder);
  }

  private ServerBackend embedded() {
    return new EmbeddedServer(settings, folder, durability);
  }

  /** Finds the reason why Docker cannot be used. Empty if it can. */
  private interface DockerCheck {
    Optional<ServerProblem> problem();
  }
}
