package shareddb.postgres;

import java.nio.file.Path;
import java.util.Optional;
import shareddb.base.settings.Settings;
import shareddb.postgres.internal.ServerBackend;
import shareddb.postgres.server.ServerKind;
import shareddb.postgres.server.ServerProgress;
import shareddb.postgres.server.StopResult;

/** A server of one's own: it is used, and never started or stopped. */
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
    // Never started from here: whether it answers shows when it is asked.
    return true;
  }

  @Override
  public void start(ServerProgress progress) {
    // Someone else's matter: whether it can be used shows when the database is prepared.
  }

  @Override
  public StopResult stop(ServerProgress progress) {
    return new StopResult.NotOurs(settings.admin().address());
  }
}
