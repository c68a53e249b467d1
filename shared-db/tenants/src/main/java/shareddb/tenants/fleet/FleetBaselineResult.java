package shareddb.tenants.fleet;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.tenants.fleet.targets.FleetTarget;

/** The result of giving the schemas of a fleet their histories. */
public sealed interface FleetBaselineResult {

  /**
   * The histories were made, except those of the failed targets.
   *
   * @param run the number of the run in the journal; 0 if no schema is a version of the track
   * @param recorded how many targets have a history now
   * @param failed the other targets that are a version, with the reasons
   */
  record Done(long run, int recorded, Map<FleetTarget, String> failed, Duration took)
      implements FleetBaselineResult {}

  /** Another run works on the targets of this track. Nothing was changed. */
  record Occupied(Optional<FleetRunEntry> run) implements FleetBaselineResult {}
}
