package shareddb.verify;

import java.sql.SQLException;
import shareddb.migrate.TrackState;
import shareddb.track.UpScript;

/** Nothing is pending. */
final class NewestVersion implements Check {

  @Override
  public String title() {
    return "newest version";
  }

  @Override
  public Outcome look(Scene scene) throws SQLException {
    TrackState state = scene.state();
    if (state.isUpToDate()) {
      return new Outcome.Ok("at " + state.current());
    }
    return new Outcome.Failed(
        "at "
            + state.current()
            + " of "
            + state.newest()
            + "; pending: "
            + String.join(", ", state.due().stream().map(UpScript::script).toList()),
        scene.subject().command("upgrade"));
  }
}
