package shareddb.migrate.record;

import java.util.Optional;
import shareddb.base.track.Version;

/** How an operation on a target ended, as its record says it. */
public sealed interface OperationOutcome {

  /**
   * The target is as it was wanted.
   *
   * @param at its version, where that is another than the one that was wanted
   */
  record Done(Optional<Version> at) implements OperationOutcome {}

  /**
   * The target is not as it was wanted.
   *
   * @param at its version, where the operation knows it
   */
  record Failed(Optional<Version> at, String error) implements OperationOutcome {}

  /** All of it was rolled back: the target is as it was before. */
  record Unchanged(String error) implements OperationOutcome {}

  /** The answer to COMMIT was lost, and the database could not be asked again. */
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
