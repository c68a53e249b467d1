package shareddb.fleet;

import java.time.Duration;
import java.util.List;

/** How a rehearsal of a fleet's move came out; nothing was changed, whichever way. */
public sealed interface FleetTrial {

  /** There was nothing to try: the move itself would end like this. */
  record Ended(FleetResult result) implements FleetTrial {}

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
      List<Outcome.Moved> passed,
      List<Outcome.Failed> failed,
      int untried,
      Duration took)
      implements FleetTrial {}
}
