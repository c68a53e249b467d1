package shareddb.postgres.internal;

import java.nio.file.Path;
import java.util.Optional;
import shareddb.postgres.server.ServerException;
import shareddb.postgres.server.ServerKind;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.ServerProgress;
import shareddb.postgres.server.StopResult;

/** One way to have the workshop's server. What fails is a {@link ServerException}. */
public interface ServerBackend {

  ServerKind kind();

  /** Where the data is, on this machine. */
  Optional<Path> data();

  /** Whether the server was started and is still there; it need not answer yet. */
  boolean isRunning();

  /** That it runs on another port than the settings say, where it does. */
  default Optional<ServerProblem> elsewhere() {
    return Optional.empty();
  }

  /** Returns when the server takes connections. */
  void start(ServerProgress progress);

  /** After a start that came to nothing: begins anew where that loses nothing, else says no. */
  default boolean startAnew(ServerProgress progress) {
    return false;
  }

  /** The server was seen to take connections. */
  default void ready() {}

  StopResult stop(ServerProgress progress);
}
