package shareddb.tenants.relocate;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import shareddb.migrate.journal.Journal;
import shareddb.migrate.record.OperationOutcome;
import shareddb.tenants.relocate.place.RelocationPlace;

/**
 * What a move leaves: at the destination, where it was stopped; at the source, where it was not.
 */
public record Leftover(RelocationPlace place, Duration patience) {

  /** What came of it. */
  public sealed interface Result {

    record Gone() implements Result {}

    /** Nothing of it is there to be taken away. */
    record NothingThere(String standing) implements Result {}

    record InTheWay(String who) implements Result {}
  }

  /** Takes away what has come of a tenant that another place still serves. */
  public Result abort() throws SQLException {
    return switch (place.status()) {
      case "arriving" -> recorded("move --abort", () -> place.turnBack(patience));
      case String standing -> new Result.NothingThere(standing);
    };
  }

  /** Takes away for good what is left of one that another place serves. */
  public Result finish() throws SQLException {
    return switch (place.status()) {
      case "moved" -> recorded("move --finish", () -> place.forget(patience));
      case String standing -> new Result.NothingThere(standing);
    };
  }

  private Result recorded(String operation, Journal.Work<Optional<String>> work)
      throws SQLException {
    return new Journal(place.workshop())
        .during(operation, place.track(), place.target(), work, Leftover::outcome)
        .<Result>map(Result.InTheWay::new)
        .orElseGet(Result.Gone::new);
  }

  private static OperationOutcome outcome(Optional<String> inTheWay) {
    return inTheWay.map(OperationOutcome::failed).orElseGet(OperationOutcome::done);
  }
}
