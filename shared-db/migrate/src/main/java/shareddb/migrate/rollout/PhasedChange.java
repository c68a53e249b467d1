package shareddb.migrate.rollout;

import java.util.List;
import java.util.Optional;
import shareddb.base.names.SchemaName;
import shareddb.base.track.BackfillScript;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.migrate.history.TrackState;

/**
 * A change in phases: the expanding migration, its contract, and what a target has of it.
 *
 * @param old the version below the expanding migration, whose API is still in use
 * @param isExpanded whether the expanding migration is applied
 * @param behind the migrations before the expanding one that are still pending
 * @param between the pending migrations between the two
 */
public record PhasedChange(
    Migration expand,
    Migration contract,
    Version old,
    boolean isExpanded,
    List<Migration> behind,
    List<Migration> between) {

  public PhasedChange {
    behind = List.copyOf(behind);
    between = List.copyOf(between);
  }

  /** The first change whose contract is pending. */
  public static Optional<PhasedChange> next(TrackState state) {
    return state.pending().stream()
        .filter(Migration::isContract)
        .findFirst()
        .map(contract -> of(state, contract));
  }

  private static PhasedChange of(TrackState state, Migration contract) {
    Migration expand = state.migration(contract.contractOf().orElseThrow()).orElseThrow();
    Version begins = expand.version();
    return new PhasedChange(
        expand,
        contract,
        state.migrations().stream()
            .map(Migration::version)
            .filter(version -> version.compareTo(begins) < 0)
            .reduce(Version.NONE, (lower, higher) -> higher),
        state.applied().containsKey(begins),
        state.pending().stream().filter(m -> m.version().compareTo(begins) < 0).toList(),
        state.pending().stream()
            .filter(m -> m.version().compareTo(begins) > 0)
            .filter(m -> m.version().compareTo(contract.version()) < 0)
            .toList());
  }

  public Optional<BackfillScript> backfill() {
    return expand.backfill().map(BackfillScript::of);
  }

  /** The schema with the tables as the old version sees them. */
  public SchemaName oldViews(SchemaName schema) {
    return VersionSchema.name(schema, old);
  }

  /** The schema with the tables as the new version sees them. */
  public SchemaName newViews(SchemaName schema) {
    return VersionSchema.name(schema, contract.version());
  }
}
