package shareddb.verify.checks;

import java.sql.SQLException;
import shareddb.base.track.UpgradeScript;
import shareddb.migrate.history.TrackState;

/** Checks that no migration is pending. */
public final class NewestVersion implements Check {

  @Override
  public String title() {
    return "newest version";
  }

  @Override
  public CheckOutcome look(CheckContext scene) throws SQLException {
    TrackState state = scene.state();
    if (state.isUpToDate()) {
      return new CheckOutcome.Ok("at " + state.current());
    }
    return new CheckOutcome.Failed(
        "at "
            + state.current()
            + " of "
            + state.newest()
            + "; pending: "
            + String.join(", ", state.due().stream().map(UpgradeScript::script).toList()),
        scene.subject().command("upgrade"));
  }
}
