package shareddb.server;

import java.nio.file.Path;
import java.util.Optional;
import shareddb.settings.Settings;

/** A server of one's own: it is used, and never started or stopped. */
record ExternalServer(Settings settings) implements Backend {

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
  public void start(Progress progress) {
    // Someone else's matter: whether it can be used shows when the database is prepared.
  }

  @Override
  public StopResult stop(Progress progress) {
    return new StopResult.NotOurs(settings.admin().address());
  }
}
