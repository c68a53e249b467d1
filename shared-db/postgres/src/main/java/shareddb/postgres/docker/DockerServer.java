package shareddb.postgres.docker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import shareddb.base.settings.DefaultPassword;
import shareddb.base.settings.Login;
import shareddb.base.settings.Settings;
import shareddb.postgres.embedded.EmbeddedBinaries;
import shareddb.postgres.internal.DataFolder;
import shareddb.postgres.internal.FileFailures;
import shareddb.postgres.internal.PortHolder;
import shareddb.postgres.internal.ProgramRun;
import shareddb.postgres.internal.ServerBackend;
import shareddb.postgres.server.ServerException;
import shareddb.postgres.server.ServerKind;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.ServerProgress;
import shareddb.postgres.server.StopResult;

/** The workshop's server as a container of the checkout's {@code docker-compose.yml}. */
public record DockerServer(Settings settings, DataFolder folder) implements ServerBackend {

  public static final String SERVICE = "postgres";

  /** The name of its folder in {@code localdev/data}. */
  public static final String DATA = "workshop_pgdata";

  public static String image() {
    return "postgres:" + EmbeddedBinaries.majorVersion();
  }

  @Override
  public ServerKind kind() {
    return ServerKind.DOCKER;
  }

  @Override
  public Optional<Path> data() {
    return Optional.of(folder.path().resolve(DATA));
  }

  @Override
  public boolean isRunning() {
    return container().filter(DockerContainer::running).isPresent();
  }

  private Optional<DockerContainer> container() {
    return DockerContainer.find(ServerKind.DOCKER_CONTAINER);
  }

  @Override
  public void start(ServerProgress progress) {
    Optional<DockerContainer> there = container();
    require(there.flatMap(found -> found.notOf(settings.root())));
    require(openToOthers());
    if (there.filter(DockerContainer::running).isPresent()) {
      require(elsewhere());
      return;
    }
    require(DockerEngine.problem());
    require(files().otherVersion());
    require(PortHolder.problem(settings.admin().port()));
    require(DockerEngine.imageProblem(image(), progress));
    up(progress);
  }

  /** The compose file may have been edited, so Compose is asked which addresses it publishes. */
  private Optional<ServerProblem> openToOthers() {
    return DefaultPassword.isOf(settings.admin())
        ? PublishedPorts.beyondLoopback(compose("config").output())
        : Optional.empty();
  }

  @Override
  public Optional<ServerProblem> elsewhere() {
    int wanted = settings.admin().port();
    return container()
        .filter(found -> found.running() && found.isOf(settings.root()))
        .map(DockerContainer::port)
        .filter(port -> !port.equals(Integer.toString(wanted)))
        .map(
            port ->
                ServerProblem.onAnotherPort(
                    port, wanted, "container " + ServerKind.DOCKER_CONTAINER));
  }

  /** Makes new data if a kill of Docker or of the machine interrupted the very first start. */
  @Override
  public boolean startAnew(ServerProgress progress) {
    if (!files().isUnfinished()) {
      return false;
    }
    compose("down");
    progress.says("the data was half made; put aside as " + files().setAside());
    up(progress);
    return true;
  }

  @Override
  public void ready() {
    files().finished();
  }

  private DockerData files() {
    return new DockerData(folder.path().resolve(DATA));
  }

  private void up(ServerProgress progress) {
    Path data = folder.path().resolve(DATA);
    try {
      // This tool creates the folder. If Docker created it, it would belong to root.
      folder.makeOwn(data);
      files().begin();
    } catch (IOException e) {
      throw FileFailures.writing("cannot make the data folder", data, e);
    }
    progress.says("starting the container " + ServerKind.DOCKER_CONTAINER);
    ProgramRun.Outcome up = compose("up", "-d", SERVICE);
    if (!up.ok()) {
      throw new ServerException(
          FileFailures.isFullDisk(up.output()) ? FileFailures.fullDisk(data) : notUp(up));
    }
  }

  private static void require(Optional<ServerProblem> problem) {
    if (problem.isPresent()) {
      throw new ServerException(problem.get());
    }
  }

  private static ServerProblem notUp(ProgramRun.Outcome up) {
    return new ServerProblem(
        "Docker Compose could not start the server",
        up.output(),
        "exit code " + up.code(),
        "see what the container says: docker logs " + ServerKind.DOCKER_CONTAINER);
  }

  @Override
  public StopResult stop(ServerProgress progress) {
    Optional<DockerContainer> there = container().filter(DockerContainer::running);
    if (there.isEmpty()) {
      return new StopResult.NotRunning(kind());
    }
    require(there.flatMap(found -> found.notOf(settings.root())));
    ProgramRun.Outcome down = compose("down", "--timeout", "60");
    return down.ok()
        ? new StopResult.Stopped(kind())
        : new StopResult.Refused(
            new ServerProblem(
                "Docker Compose could not stop the server",
                down.output(),
                "exit code " + down.code(),
                "stop it by hand: docker stop " + ServerKind.DOCKER_CONTAINER));
  }

  /**
   * Runs Compose with the settings in its environment, so that Compose and this tool use the same
   * values.
   */
  private ProgramRun.Outcome compose(String... arguments) {
    Login admin = settings.admin();
    return DockerEngine.compose(
        settings.root(),
        Map.of(
            "POSTGRES_USER", admin.user(),
            "POSTGRES_PASSWORD", admin.password().reveal(),
            "POSTGRES_DB", admin.database().value(),
            "POSTGRES_PORT", Integer.toString(admin.port())),
        arguments);
  }
}
