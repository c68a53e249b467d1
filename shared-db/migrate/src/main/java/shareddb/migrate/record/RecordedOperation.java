package shareddb.migrate.record;

import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;

/**
 * One operation on one target, with its record. The row is written just before the target changes,
 * and its outcome at the end. An operation that never began has no row. If the record cannot be
 * written, the caller hears the reason, and the operation goes on.
 */
public final class RecordedOperation {

  /** The work of the operation. */
  @FunctionalInterface
  public interface Work<R> {
    R run(RecordedOperation operation) throws SQLException;
  }

  private final String name;
  private final Track track;
  private final Target target;
  private final OperationListener caller;
  private @Nullable OperationRecord record;

  private RecordedOperation(String name, Track track, Target target, OperationListener caller) {
    this.name = name;
    this.track = track;
    this.target = target;
    this.caller = caller;
  }

  /** Runs the work. Records the outcome of its result, or of the exception that it throws. */
  public static <R> R run(
      String name,
      Track track,
      Target target,
      OperationListener caller,
      Work<R> work,
      Function<R, OperationOutcome> outcome)
      throws SQLException {
    RecordedOperation operation = new RecordedOperation(name, track, target, caller);
    try {
      R result = work.run(operation);
      operation.ends(outcome.apply(result));
      return result;
    } catch (SQLException | RuntimeException e) {
      operation.ends(OperationOutcome.failed(String.valueOf(e.getMessage())));
      throw e;
    }
  }

  public Target target() {
    return target;
  }

  public OperationListener caller() {
    return caller;
  }

  /** Called after all checks, just before the target changes. */
  public void begins(Version from, Version to) {
    record = caller.recorder().begin(name, track, target, from, to);
  }

  /** Only the first outcome is recorded. */
  public void ends(OperationOutcome outcome) {
    OperationRecord open = record;
    record = null;
    if (open != null) {
      open.end(outcome).ifPresent(caller::isNotRecorded);
    }
  }
}
