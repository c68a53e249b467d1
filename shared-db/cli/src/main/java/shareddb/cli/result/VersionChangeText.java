package shareddb.cli.result;

import java.util.List;
import shareddb.base.track.Version;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.StepsText;
import shareddb.cli.output.Terminal;
import shareddb.migrate.script.AppliedStep;

/**
 * The text and the JSON of a target's change from one version to another, or of no change.
 *
 * @param nothing the reason why nothing changed
 */
public record VersionChangeText(Version from, Version to, List<AppliedStep> steps, String nothing) {

  public static VersionChangeText stayed(Version current, String nothing) {
    return new VersionChangeText(current, current, List.of(), nothing);
  }

  public static VersionChangeText along(Version from, Version to, List<AppliedStep> steps) {
    return new VersionChangeText(from, to, steps, "");
  }

  public void print(SelectedTarget chosen, Terminal terminal) {
    if (steps.isEmpty()) {
      terminal.print(chosen.schema() + " is at " + to + ": " + nothing);
      return;
    }
    StepsText.print(terminal, steps);
    terminal.print(chosen.schema() + ": " + from + " " + terminal.arrow() + " " + to);
  }

  /** Prints the JSON or the text, as the user asked for. */
  public ExitCode tell(SelectedTarget chosen, Terminal terminal, JsonOption json) {
    return json.tell(terminal, () -> json(chosen), () -> print(chosen, terminal));
  }

  public JsonObject json(SelectedTarget chosen) {
    return chosen
        .json()
        .put("from", from.toString())
        .put("to", to.toString())
        .put("steps", StepsText.json(steps));
  }
}
