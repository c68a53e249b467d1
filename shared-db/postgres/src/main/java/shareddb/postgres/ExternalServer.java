package shareddb.postgres;

import java.nio.file.Path;
import java.util.Optional;
import shareddb.base.settings.Settings;
import shareddb.postgres.internal.ServerBackend;
import shareddb.postgres.server.ServerKind;
import shareddb.postgres.server.ServerProgress;
import shareddb.postgres.server.StopResult;

/** The user's own server: it is used, and never started or stopped. */
record ExternalServer(Settings settings) implements ServerBackend {

  @Override
  public ServerKind kind() {
    return ServerKind.EXTERNAL;
  }

  @Override
  public Optional<Path> data() {
    return Optional.empty();
  }

  @Override
  public boolean isRunning() {
    // This tool never starts the server. A connection shows later whether it answers.
    return true;
  }

  @Override
  public void start(ServerProgress progress) {
    // The user starts this server. The preparation of the database shows whether it can be used.
  }

  @Override
  public StopResult stop(ServerProgress progress) {
    return new StopResult.NotOurs(settings.admin().address());
  }
}
