package shareddb.postgres.server;

/** What came of starting the workshop's server. */
public sealed interface StartResult {

  /** It runs now. */
  record Started(ServerStatus status) implements StartResult {}

  /** It ran before, and was left as it was. */
  record AlreadyRunning(ServerStatus status) implements StartResult {}

  /** It does not run, or cannot be used as it is. */
  record Refused(ServerProblem problem) implements StartResult {}
}
