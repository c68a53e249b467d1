package shareddb.cli;

import java.util.List;
import shareddb.cli.json.Json;
import shareddb.migrate.AppliedStep;
import shareddb.track.Version;

/**
 * A target that went from one version to another, or stayed because there was nothing to do.
 *
 * @param nothing what a person reads where it stayed
 */
record Moved(Version from, Version to, List<AppliedStep> steps, String nothing) {

  static Moved stayed(Version current, String nothing) {
    return new Moved(current, current, List.of(), nothing);
  }

  static Moved along(Version from, Version to, List<AppliedStep> steps) {
    return new Moved(from, to, steps, "");
  }

  void print(Chosen chosen, Terminal terminal) {
    if (steps.isEmpty()) {
      terminal.print(chosen.schema() + " is at " + to + ": " + nothing);
      return;
    }
    Steps.print(terminal, steps);
    terminal.print(chosen.schema() + ": " + from + " " + terminal.arrow() + " " + to);
  }

  /** One or the other, as it was wished. */
  ExitCode tell(Chosen chosen, Terminal terminal, JsonOption json) {
    return json.tell(terminal, () -> json(chosen), () -> print(chosen, terminal));
  }

  Json json(Chosen chosen) {
    return chosen
        .json()
        .put("from", from.toString())
        .put("to", to.toString())
        .put("steps", Steps.json(steps));
  }
}
