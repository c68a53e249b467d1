package shareddb.tenants.relocate;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import shareddb.migrate.history.History;
import shareddb.migrate.history.TrackState;
import shareddb.tenants.relocate.place.ProjectPlace;
import shareddb.tenants.relocate.place.RelocationPlace;
import shareddb.tenants.relocate.place.SameDatabase;
import shareddb.tenants.relocate.place.TenantPlace;

/** Checks whether a tenant can leave its place. */
final class DepartureCheck {

  private DepartureCheck() {}

  /** Every problem that keeps the tenant from leaving, in words. */
  static List<String> problems(RelocationPlace from, RelocationPlace to) throws SQLException {
    List<String> problems = new ArrayList<>();
    behind(from, problems);
    if (problems.isEmpty() || from instanceof TenantPlace) {
      problems.addAll(from.obstacles(to));
    }
    if (to instanceof ProjectPlace) {
      behind(to, problems);
      if (!SameDatabase.areOne(from.target().admin(), to.target().admin())) {
        problems.add(
            from.label()
                + " is in a database of its own; let it move to a schema of its own first");
      }
    }
    return problems;
  }

  private static void behind(RelocationPlace place, List<String> problems) throws SQLException {
    TrackState state =
        TrackState.versioned(place.track().readAll(), place.target(), History.of(place.target()));
    if (!state.isUpToDate()) {
      problems.add(
          place.target().schema().quoted()
              + " is at "
              + state.current()
              + ", and not at the newest version of "
              + place.track().label());
    }
  }
}
