package shareddb.tenants.fleet.targets;

import java.time.Duration;
import shareddb.base.track.Version;

/** The outcome of one target in a run. */
public sealed interface TargetOutcome {

  FleetTarget member();

  Version from();

  /** The version of the target now. */
  Version to();

  /** The target is at the goal. */
  record Moved(FleetTarget member, Version from, Version to, Duration took, How how)
      implements TargetOutcome {}

  /** The target is not at the goal. */
  record Failed(FleetTarget member, Version from, Version to, Duration took, String reason)
      implements TargetOutcome {}

  /**
   * The state of the target is not known: its server does not answer, or its history is locked.
   *
   * @param isUnknown whether this run sent a COMMIT for it and lost the answer
   */
  record Unreachable(FleetTarget member, Version from, String reason, boolean isUnknown)
      implements TargetOutcome {

    @Override
    public Version to() {
      return from;
    }
  }

  /**
   * The target was made before, and its database, schema or role is missing. The run makes nothing
   * in its place.
   */
  record Gone(FleetTarget member, LostTarget lost) implements TargetOutcome {

    @Override
    public Version from() {
      return Version.NONE;
    }

    @Override
    public Version to() {
      return Version.NONE;
    }
  }

  /** How the target came to the goal. */
  enum How {
    /** This run ran all scripts in one transaction. */
    IN_ONE_GO,
    /**
     * This run upgraded or downgraded it like a single target, because its scripts cannot be one
     * transaction or are Flyway's to run.
     */
    STEP_BY_STEP,
    /** Another session upgraded or downgraded it during the run. */
    BY_OTHERS
  }
}
