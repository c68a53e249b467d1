package shareddb.tenants.relocate;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import shareddb.migrate.journal.Journal;
import shareddb.migrate.record.OperationOutcome;
import shareddb.tenants.relocate.place.RelocationPlace;

/**
 * The rows that a relocation leaves behind: at the destination if it stopped before the switch, at
 * the source if it was done.
 */
public record Leftover(RelocationPlace place, Duration patience) {

  /** The outcome of removing the leftover. */
  public sealed interface Result {

    record Gone() implements Result {}

    /** The place has no leftover to remove. */
    record NothingThere(String status) implements Result {}

    record InTheWay(String who) implements Result {}
  }

  /** Removes from the destination the rows of a tenant that the source still serves. */
  public Result abort() throws SQLException {
    return switch (place.status()) {
      case "arriving" -> recorded("move --abort", () -> place.turnBack(patience));
      case String status -> new Result.NothingThere(status);
    };
  }

  /** Removes for good the rows of a tenant that another place serves now. */
  public Result finish() throws SQLException {
    return switch (place.status()) {
      case "moved" -> recorded("move --finish", () -> place.forget(patience));
      case String status -> new Result.NothingThere(status);
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
