package shareddb.migrate.rollout;

import java.time.Duration;

/**
 * How far a rollout goes.
 *
 * @param until the last phase
 * @param quiet how long no session of the old version may have done anything before the contract
 */
public record RolloutGoal(RolloutPhase until, Duration quiet) {

  boolean includes(RolloutPhase phase) {
    return phase.compareTo(until) <= 0;
  }
}
