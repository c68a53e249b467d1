package shareddb.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import shareddb.base.settings.Settings;
import shareddb.postgres.internal.DataFolder;
import shareddb.postgres.internal.FileFailures;
import shareddb.postgres.internal.PortHolder;
import shareddb.postgres.internal.PostmasterPid;
import shareddb.postgres.internal.ServerBackend;
import shareddb.postgres.internal.ServerUser;
import shareddb.postgres.server.ServerException;
import shareddb.postgres.server.ServerKind;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.ServerProgress;
import shareddb.postgres.server.StopResult;

/**
 * The workshop's server from embedded binaries. It runs as a daemon, with its data in the checkout.
 */
public record EmbeddedServer(Settings settings, DataFolder folder, Durability durability)
    implements ServerBackend {

  /** The name of its folder in {@code localdev/data}. */
  public static final String DATA = "embedded";

  @Override
  public ServerKind kind() {
    return ServerKind.EMBEDDED;
  }

  @Override
  public Optional<Path> data() {
    return Optional.of(link());
  }

  private Path link() {
    return folder.path().resolve(DATA);
  }

  @Override
  public boolean isRunning() {
    return running().isPresent();
  }

  private Optional<PostmasterPid> running() {
    try {
      if (!Files.exists(link())) {
        return Optional.empty();
      }
      Path real = link().toRealPath();
      if (!Files.isReadable(real)) {
        throw new ServerException(EmbeddedFolder.notReachable(real));
      }
      return PostmasterPid.running(real.resolve("data"));
    } catch (IOException e) {
      throw FileFailures.writing("cannot look into the server's folder", link(), e);
    }
  }

  @Override
  public void start(ServerProgress progress) {
    Optional<PostmasterPid> running = running();
    if (running.isPresent()) {
      Optional<ServerProblem> elsewhere = elsewhere();
      if (elsewhere.isPresent()) {
        throw new ServerException(elsewhere.get());
      }
      return;
    }
    EmbeddedCluster cluster = cluster(progress);
    cluster.checkVersion();
    PortHolder.problem(settings.admin().port())
        .ifPresent(
            problem -> {
              throw new ServerException(problem);
            });
    if (!cluster.isInitialised()) {
      progress.says("making the data folder " + cluster.data());
      cluster.initialise(settings.admin().user(), settings.admin().password());
    }
    cluster.start(settings.admin().port());
  }

  @Override
  public Optional<ServerProblem> elsewhere() {
    int wanted = settings.admin().port();
    return running()
        .filter(found -> found.port() != wanted)
        .map(
            found ->
                ServerProblem.onAnotherPort(
                    Integer.toString(found.port()), wanted, "process " + found.pid()));
  }

  @Override
  public StopResult stop(ServerProgress progress) {
    if (!isRunning()) {
      return new StopResult.NotRunning(kind());
    }
    cluster(progress).stop();
    return new StopResult.Stopped(kind());
  }

  private EmbeddedCluster cluster(ServerProgress progress) {
    ServerUser user = ServerUser.of(settings.root());
    return new EmbeddedCluster(
        EmbeddedBinaries.home(progress),
        EmbeddedFolder.of(folder, user).made(progress),
        user,
        durability);
  }
}
