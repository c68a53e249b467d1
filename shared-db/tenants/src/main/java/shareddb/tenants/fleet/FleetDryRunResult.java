package shareddb.tenants.fleet;

import java.time.Duration;
import java.util.List;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.TargetOutcome;

/** The result of a fleet's dry run, which changes nothing. */
public sealed interface FleetDryRunResult {

  /** The dry run had nothing to try: the operation itself would end with this result. */
  record Ended(FleetResult result) implements FleetDryRunResult {}

  /**
   * The dry run tried the targets.
   *
   * @param members how many targets there are
   * @param behind how many of them the operation would work on
   * @param passed the targets whose scripts ran without an error
   * @param failed the targets that the operation would not change, with their reasons
   * @param untried how many targets the dry run could not try: they could not be read, they are
   *     lost, or one of their steps cannot be rolled back
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
