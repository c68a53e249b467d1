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
 * Where one target stands.
 *
 * @param track what it follows, where the track is one of this checkout
 * @param size its tables with their indexes, in bytes
 * @param unseen why it could not be looked at: its database is away, or its history is locked
 */
public record TargetStatus(
    Optional<Track> track,
    DatabaseName database,
    SchemaName schema,
    TrackState state,
    History history,
    long size,
    Optional<String> unseen) {

  /** When its history last grew, by an undo too. */
  public Optional<Instant> lastChange() {
    return history.rows().stream().map(HistoryRow::installedOn).max(Comparator.naturalOrder());
  }

  /** Whether it is the track's own schema, and not a copy. */
  public boolean isUsualOf(Track other) {
    return track.equals(Optional.of(other)) && schema.equals(other.module().schema());
  }

  /** Whether the tool keeps its own journal in it, which it migrates by itself. */
  public boolean isOfTheTool() {
    return schema.equals(SchemaName.OF_THE_TOOL);
  }

  /** Whether it is at its track's newest version, and history and files fit together. */
  public boolean asItShouldBe() {
    return unseen.isEmpty()
        && (track.isEmpty() || (state.isUpToDate() && state.problems().isEmpty()));
  }
}
