package shareddb.migrate.overview;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Track;
import shareddb.migrate.history.History;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.TrackState;

/**
 * The state of one target.
 *
 * @param track the track that it follows, if this checkout has that track
 * @param size the bytes of its tables with their indexes
 * @param unseen why it could not be read: its database cannot be reached, or its history is locked
 */
public record TargetStatus(
    Optional<Track> track,
    DatabaseName database,
    SchemaName schema,
    TrackState state,
    History history,
    long size,
    Optional<String> unseen) {

  /** The time of the newest history row. An undo counts too. */
  public Optional<Instant> lastChange() {
    return history.rows().stream().map(HistoryRow::installedOn).max(Comparator.naturalOrder());
  }

  /** Whether it is the track's usual schema, and not a copy. */
  public boolean isUsualOf(Track other) {
    return track.equals(Optional.of(other)) && schema.equals(other.module().schema());
  }

  /** Whether it is the schema of the tool's own journal, which the tool upgrades by itself. */
  public boolean isOfTheTool() {
    return schema.equals(SchemaName.OF_THE_TOOL);
  }

  /** Whether the target is at its track's newest version, and history and files fit together. */
  public boolean asItShouldBe() {
    return unseen.isEmpty()
        && (track.isEmpty() || (state.isUpToDate() && state.problems().isEmpty()));
  }
}
