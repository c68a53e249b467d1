package shareddb.move;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import shareddb.migrate.History;
import shareddb.migrate.TrackState;
import shareddb.track.TrackReading;

/** Whether a place can be left at all. */
final class Departure {

  private Departure() {}

  /** All that is in the way of it. */
  static List<String> problems(Place from, Place to) throws SQLException {
    List<String> problems = new ArrayList<>();
    behind(from, problems);
    switch (from) {
      case ProjectPlace place -> project(place, problems);
      case TenantPlace place -> tenant(place, to, problems);
    }
    if (to instanceof ProjectPlace place) {
      behind(place, problems);
      if (!Databases.areOne(from.target().admin(), place.target().admin())) {
        problems.add(
            from.label()
                + " is in a database of its own; let it move to a schema of its own first");
      }
    }
    return problems;
  }

  private static void behind(Place place, List<String> problems) throws SQLException {
    TrackReading reading = place.track().readAll();
    TrackState state = TrackState.versioned(reading, place.target(), History.of(place.target()));
    if (!state.isUpToDate()) {
      problems.add(
          place.target().schema().quoted()
              + " is at "
              + state.current()
              + ", and not at the newest version of "
              + place.track().label());
    }
  }

  private static void project(ProjectPlace place, List<String> problems) throws SQLException {
    if (!problems.isEmpty()) {
      return;
    }
    place
        .projects()
        .find(place.id())
        .ifPresentOrElse(
            row -> {
              if (!row.isActive()) {
                problems.add(
                    place.label()
                        + " is "
                        + row.status()
                        + row.movedTo().map(t -> ": " + t).orElse(""));
              }
            },
            () -> problems.add("there is no " + place.label()));
  }

  private static void tenant(TenantPlace place, Place to, List<String> problems) {
    switch (place.tenant().status()) {
      case ACTIVE -> {
        // As most are.
      }
      case SUSPENDED -> {
        if (to instanceof ProjectPlace) {
          problems.add(place.label() + " is suspended, and a project cannot be");
        }
      }
      case PROVISIONING, FAILED, REMOVING, ARRIVING, MOVED ->
          problems.add(place.label() + " is " + place.tenant().status().word());
    }
  }
}
