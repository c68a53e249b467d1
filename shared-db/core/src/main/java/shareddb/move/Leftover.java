package shareddb.move;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * What a move leaves: at the destination, where it was stopped; at the source, where it was not.
 */
public record Leftover(Place place, Duration patience) {

  /** What came of it. */
  public sealed interface Result {

    record Gone() implements Result {}

    /** Nothing of it is there to be taken away. */
    record NothingThere(String standing) implements Result {}

    record InTheWay(String who) implements Result {}
  }

  /** Takes away what has come of a tenant that another place still serves. */
  public Result abort() throws SQLException {
    return switch (Standing.of(place)) {
      case "arriving" -> result(new Landing(patience).turnBack(place));
      case String standing -> new Result.NothingThere(standing);
    };
  }

  /** Takes away for good what is left of one that another place serves. */
  public Result finish() throws SQLException {
    return switch (Standing.of(place)) {
      case "moved" -> result(new Landing(patience).forget(place));
      case String standing -> new Result.NothingThere(standing);
    };
  }

  private static Result result(Optional<String> inTheWay) {
    return inTheWay.<Result>map(Result.InTheWay::new).orElseGet(Result.Gone::new);
  }
}
