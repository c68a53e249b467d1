package shareddb.postgres.server;

/** The result of stopping the workshop's server. */
public sealed interface StopResult {

  /** The server was stopped. Its data stays. */
  record Stopped(ServerKind kind) implements StopResult {}

  /** No server was running. */
  record NotRunning(ServerKind kind) implements StopResult {}

  /** It is the user's own server, which this tool does not stop. */
  record NotOurs(String address) implements StopResult {}

  /** The server could not be stopped. */
  record Refused(ServerProblem problem) implements StopResult {}
}
