package shareddb.server;

import java.nio.file.Path;
import java.util.Optional;

/** One way to have the workshop's server. What fails is a {@link ServerException}. */
sealed interface Backend permits DockerServer, EmbeddedServer, ExternalServer {

  ServerKind kind();

  /** Where the data is, on this machine. */
  Optional<Path> data();

  /** Whether the server was started and is still there; it need not answer yet. */
  boolean isRunning();

  /** Returns when the server takes connections. */
  void start(Progress progress);

  StopResult stop(Progress progress);
}
