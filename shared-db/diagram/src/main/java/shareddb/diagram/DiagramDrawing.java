package shareddb.diagram;

import java.sql.SQLException;
import java.util.function.Function;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.diagram.model.DiagramLegend;
import shareddb.diagram.reading.DiagramComparison;
import shareddb.diagram.reading.SchemaReading;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.TrackState;

/**
 * Draws the schema of a track: as it is, as the migrations make it, with what is pending, or with
 * what differs. What migrations make is read from a scratch database on the target's server.
 */
public record DiagramDrawing(Track track, Target target) {

  /** The schema as it is; what the migrations make if there is no schema. */
  public DiagramResult asItIs() throws SQLException {
    SchemaReading found = ReferenceSchema.read(target);
    if (found.isEmpty()) {
      return ofMigrations();
    }
    TrackState state = CurrentState.of(track, target);
    String title = "schema " + target.schema().quoted() + " at version " + state.current();
    return new DiagramResult.Drawn(found.diagram(), DiagramLegend.plain(title));
  }

  /** What all migrations make, whatever is applied. */
  public DiagramResult ofMigrations() throws SQLException {
    Version newest =
        track.read().stream()
            .map(Migration::version)
            .reduce(Version.NONE, (lower, higher) -> higher);
    String title = track.label() + " at version " + newest;
    return switch (ReferenceSchema.of(track, target, newest)) {
      case ReferenceSchema.Made made ->
          new DiagramResult.Drawn(made.readings().getFirst().diagram(), DiagramLegend.plain(title));
      case ReferenceSchema.NotMade failed -> new DiagramResult.NotApplicable(failed.result());
    };
  }

  /** What the pending migrations would change. */
  public DiagramResult next() throws SQLException {
    return with(
        state -> {
          Version from = state.current();
          Version to = state.newest();
          String title = "%s: version %s to %s".formatted(track.label(), from, to);
          return compared(
              DiagramLegend.next(title),
              ReferenceSchema.of(track, target, from, to),
              made -> made.readings().getFirst(),
              made -> made.readings().getLast());
        });
  }

  /** What in the schema differs from what its migrations make. */
  public DiagramResult drift() throws SQLException {
    return with(
        state -> {
          SchemaReading found = ReferenceSchema.read(target);
          String title =
              "schema %s, compared with version %s of %s"
                  .formatted(target.schema().quoted(), state.current(), track.label());
          return compared(
              DiagramLegend.drift(title),
              ReferenceSchema.of(track, target, state.current()),
              made -> made.readings().getFirst(),
              made -> found);
        });
  }

  /** A step that needs the state of the target. */
  @FunctionalInterface
  private interface Step {
    DiagramResult of(TrackState state) throws SQLException;
  }

  private DiagramResult with(Step step) throws SQLException {
    TrackState state = CurrentState.of(track, target);
    return state.problems().isEmpty()
        ? step.of(state)
        : new DiagramResult.Refused(state.problems());
  }

  private static DiagramResult compared(
      DiagramLegend legend,
      ReferenceSchema reference,
      Function<ReferenceSchema.Made, SchemaReading> before,
      Function<ReferenceSchema.Made, SchemaReading> after) {
    return switch (reference) {
      case ReferenceSchema.Made made ->
          new DiagramResult.Drawn(
              DiagramComparison.of(before.apply(made), after.apply(made)), legend);
      case ReferenceSchema.NotMade failed -> new DiagramResult.NotApplicable(failed.result());
    };
  }
}
