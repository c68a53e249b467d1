package shareddb.cli.command.schema;

import java.sql.SQLException;
import java.util.Optional;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TimeText;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.journal.RolloutPosition;
import shareddb.migrate.rollout.RolloutState;

/** The phase of a target in a rollout, and the command that goes on. */
record RolloutStateText(SelectedTarget chosen, Optional<RolloutState> state) {

  static RolloutStateText of(SelectedTarget chosen, TrackState state) throws SQLException {
    return new RolloutStateText(chosen, RolloutState.of(chosen.target(), state));
  }

  void print(Terminal terminal) {
    state.ifPresent(
        rollout -> {
          terminal.print(
              "in a rollout since %s, by %s: %s"
                  .formatted(
                      TimeText.of(rollout.since()),
                      rollout.change().expand().script(),
                      phase(rollout)));
          terminal.print("next:  " + chosen.command("rollout"));
        });
  }

  JsonObject json(JsonObject target) {
    state.ifPresent(rollout -> target.put("rollout", json(rollout)));
    return target;
  }

  private static JsonObject json(RolloutState rollout) {
    return new JsonObject()
        .put("expand", rollout.change().expand().version().toString())
        .put("contract", rollout.change().contract().version().toString())
        .put("since", rollout.since())
        .put("filled_rows", rollout.position().map(RolloutPosition::seen).orElse(0L))
        .put("new_version_open", rollout.isOpen());
  }

  private static String phase(RolloutState rollout) {
    if (rollout.isOpen()) {
      return "all rows are filled, and both versions read and write";
    }
    return rollout
        .position()
        .map(at -> "%,d rows were gone over".formatted(at.seen()))
        .orElse("no rows are filled yet");
  }
}
