package shareddb.migrate.record;

import java.util.Optional;

/** The record of an operation that has begun. */
@FunctionalInterface
public interface OperationRecord {

  /** Of an operation that nothing records. */
  OperationRecord NONE = outcome -> Optional.empty();

  /** Ends it; returns what was wrong with the record itself, where something was. */
  Optional<String> end(OperationOutcome outcome);
}
