package shareddb.migrate.record;

import java.util.Optional;
import shareddb.base.track.Version;

/** The outcome of an operation on a target, for its record. */
public sealed interface OperationOutcome {

  /**
   * The operation reached its goal.
   *
   * @param at the target's version, if it is not the wanted one
   */
  record Done(Optional<Version> at) implements OperationOutcome {}

  /**
   * The operation did not reach its goal.
   *
   * @param at the target's version, if the operation knows it
   */
  record Failed(Optional<Version> at, String error) implements OperationOutcome {}

  /** All of it was rolled back: the target is unchanged. */
  record Unchanged(String error) implements OperationOutcome {}

  /** The answer to COMMIT was lost, and the tool could not ask the database again. */
  record Unknown(String error) implements OperationOutcome {}

  static OperationOutcome done() {
    return new Done(Optional.empty());
  }

  static OperationOutcome done(Version at) {
    return new Done(Optional.of(at));
  }

  static OperationOutcome failed(String error) {
    return new Failed(Optional.empty(), error);
  }

  static OperationOutcome failed(Version at, String error) {
    return new Failed(Optional.of(at), error);
  }
}
