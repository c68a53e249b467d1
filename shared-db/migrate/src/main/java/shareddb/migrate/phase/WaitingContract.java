package shareddb.migrate.phase;

import shareddb.base.track.Migration;

/**
 * A contract that must not run yet.
 *
 * @param rows the rows that are not proven; none if the expanding migration has no proof, or is
 *     itself pending
 */
public record WaitingContract(Migration contract, UnprovenRows rows) {

  /** The reason on one line. */
  public String why() {
    String of = contract.script() + " completes version " + contract.contractOf().orElseThrow();
    return rows.isProof()
        ? of + ", and the tables have rows: a rollout fills and proves them first"
        : of
            + ", and "
            + (rows.count() == 1 ? "1 row is" : rows.count() + " rows are")
            + " not filled as it needs them";
  }
}
