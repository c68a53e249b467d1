package shareddb.tenants.fleet;

import java.time.Duration;
import java.util.List;
import shareddb.tenants.fleet.target.FleetResult;
import shareddb.tenants.fleet.target.TargetOutcome;

/** How a rehearsal of a fleet's move came out; nothing was changed, whichever way. */
public sealed interface FleetDryRunResult {

  /** There was nothing to try: the move itself would end like this. */
  record Ended(FleetResult result) implements FleetDryRunResult {}

  /**
   * It was tried.
   *
   * @param members how many targets there are
   * @param behind how many of them are to be moved
   * @param passed those where all went well
   * @param failed those that would not be moved, with their reasons
   * @param untried how many cannot be tried, since a step of theirs cannot be taken back
   */
  record Tried(
      int members,
      int behind,
      List<TargetOutcome.Moved> passed,
      List<TargetOutcome.Failed> failed,
      int untried,
      Duration took)
      implements FleetDryRunResult {}
}
