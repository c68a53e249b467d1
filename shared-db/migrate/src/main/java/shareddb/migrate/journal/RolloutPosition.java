package shareddb.migrate.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a back-fill came in a schema.
 *
 * @param statement the statement of the script that runs, counted from 0
 * @param position the key of the last row that is filled; empty before the first batch
 * @param until the key at which the statement ends; empty before the first batch
 * @param seen how many rows the batches went over
 * @param filledAt when all statements were done
 * @param provedAt when the proof returned no row
 */
public record RolloutPosition(
    int statement,
    Optional<List<String>> position,
    Optional<List<String>> until,
    long seen,
    long batches,
    Instant startedAt,
    Optional<Instant> filledAt,
    Optional<Instant> provedAt) {

  public boolean isFilled() {
    return filledAt.isPresent();
  }

  /** The position after a batch that ended with this key. */
  public RolloutPosition after(List<String> key, List<String> end, long rows) {
    return new RolloutPosition(
        statement,
        Optional.of(key),
        Optional.of(end),
        seen + rows,
        batches + 1,
        startedAt,
        filledAt,
        provedAt);
  }

  /** The position at the beginning of the next statement. */
  public RolloutPosition nextStatement() {
    return new RolloutPosition(
        statement + 1,
        Optional.empty(),
        Optional.empty(),
        seen,
        batches,
        startedAt,
        filledAt,
        provedAt);
  }
}
