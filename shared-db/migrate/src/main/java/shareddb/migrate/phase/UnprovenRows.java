package shareddb.migrate.phase;

import java.util.List;

/**
 * The rows that the proof of a back-fill script returned: they are not as the contract needs them.
 *
 * @param count how many there are
 * @param examples some of them, each as JSON
 */
public record UnprovenRows(long count, List<String> examples) {

  static final UnprovenRows NONE = new UnprovenRows(0, List.of());

  public UnprovenRows {
    examples = List.copyOf(examples);
  }

  /** Whether every row is as it should be. */
  public boolean isProof() {
    return count == 0;
  }
}
