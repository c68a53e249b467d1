package shareddb.postgres.internal;

import java.nio.file.Path;
import java.util.Optional;
import shareddb.postgres.server.ServerException;
import shareddb.postgres.server.ServerKind;
import shareddb.postgres.server.ServerProblem;
import shareddb.postgres.server.ServerProgress;
import shareddb.postgres.server.StopResult;

/** One kind of server. Its methods throw a {@link ServerException} if they fail. */
public interface ServerBackend {

  ServerKind kind();

  /** The folder of its data, if it is on this machine. */
  Optional<Path> data();

  /** Whether the server was started and still runs. It may not answer yet. */
  boolean isRunning();

  /** The problem that it runs on another port than the settings say, if it does. */
  default Optional<ServerProblem> elsewhere() {
    return Optional.empty();
  }

  /** Starts the server. */
  void start(ServerProgress progress);

  /**
   * Called after a start that failed. Starts again with new data if no data is lost; otherwise
   * returns false.
   */
  default boolean startAnew(ServerProgress progress) {
    return false;
  }

  /** Called when the server has accepted a connection. */
  default void ready() {}

  StopResult stop(ServerProgress progress);
}
