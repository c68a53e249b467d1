package shareddb.postgres.server;

/** What came of stopping the workshop's server. */
public sealed interface StopResult {

  /** It ran, and is gone; its data stays. */
  record Stopped(ServerKind kind) implements StopResult {}

  /** There was nothing to stop. */
  record NotRunning(ServerKind kind) implements StopResult {}

  /** It is someone's own server: not ours to stop. */
  record NotOurs(String address) implements StopResult {}

  /** It runs still. */
  record Refused(ServerProblem problem) implements StopResult {}
}
