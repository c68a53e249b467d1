package shareddb.migrate.record;

import java.util.Optional;

/** The record of an operation that has begun. */
@FunctionalInterface
public interface OperationRecord {

  /** For an operation that is not recorded. */
  OperationRecord NONE = outcome -> Optional.empty();

  /** Writes the outcome. Returns the reason if the record could not be written. */
  Optional<String> end(OperationOutcome outcome);
}
