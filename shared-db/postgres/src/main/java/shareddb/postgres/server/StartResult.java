package shareddb.postgres.server;

/** The result of starting the workshop's server. */
public sealed interface StartResult {

  /** The server was started. */
  record Started(ServerStatus status) implements StartResult {}

  /** The server was already running and was not changed. */
  record AlreadyRunning(ServerStatus status) implements StartResult {}

  /** The server does not run, or it cannot be used. */
  record Refused(ServerProblem problem) implements StartResult {}
}
