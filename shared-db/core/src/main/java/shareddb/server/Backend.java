package shareddb.server;

import java.nio.file.Path;
import java.util.Optional;

/** One way to have the workshop's server. What fails is a {@link ServerException}. */
interface Backend {

  ServerKind kind();

  /** Where the data is, on this machine. */
  Optional<Path> data();

  /** Whether the server was started and is still there; it need not answer yet. */
  boolean isRunning();

  /** That it runs on another port than the settings say, where it does. */
  default Optional<Problem> elsewhere() {
    return Optional.empty();
  }

  /** Returns when the server takes connections. */
  void start(Progress progress);

  /** After a start that came to nothing: begins anew where that loses nothing, else says no. */
  default boolean startAnew(Progress progress) {
    return false;
  }

  /** The server was seen to take connections. */
  default void ready() {}

  StopResult stop(Progress progress);
}
