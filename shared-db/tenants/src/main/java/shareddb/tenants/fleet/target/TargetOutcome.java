package shareddb.tenants.fleet.target;

import java.time.Duration;
import shareddb.base.track.Version;

/** How one target came out of a run. */
public sealed interface TargetOutcome {

  FleetTarget member();

  Version from();

  /** Where it stands now. */
  Version to();

  /** It is where it was to go. */
  record Moved(FleetTarget member, Version from, Version to, Duration took, How how)
      implements TargetOutcome {}

  /** It is whole, and not where it was to go. */
  record Failed(FleetTarget member, Version from, Version to, Duration took, String reason)
      implements TargetOutcome {}

  /**
   * Its server does not answer, or its history is locked: it is not known how it stands.
   *
   * @param isUnknown whether this run sent a COMMIT to it, whose answer was lost
   */
  record Unreachable(FleetTarget member, Version from, String reason, boolean isUnknown)
      implements TargetOutcome {

    @Override
    public Version to() {
      return from;
    }
  }

  /** It was made once, and is not whole any more: nothing is made in its place. */
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

  /** Who moved it. */
  enum How {
    /** This run, with all in one transaction. */
    IN_ONE_GO,
    /**
     * This run, as it moves a single target: what there was to do cannot be one transaction, or is
     * Flyway's.
     */
    STEP_BY_STEP,
    /** Somebody else, meanwhile. */
    BY_OTHERS
  }
}
