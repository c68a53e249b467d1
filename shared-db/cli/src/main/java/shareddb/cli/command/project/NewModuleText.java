package shareddb.cli.command.project;

import java.util.List;
import shareddb.cli.blueprint.NewModuleResult;
import shareddb.cli.command.CommandContext;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;

/** The text and the JSON of a new module. */
record NewModuleText(NewModuleResult.Made made, CommandContext context) {

  JsonObject json() {
    return new JsonObject()
        .put("module", made.folder().getFileName().toString())
        .put("folder", folder())
        .put("files", made.files())
        .put(
            "registered",
            registered().stream().map(file -> new JsonObject().put("file", file)).toList());
  }

  void print() {
    Terminal terminal = context.terminal();
    String files = made.files() == 0 ? "was there already" : made.files() + " files";
    terminal.print(terminal.tick() + " " + folder() + ": " + files);
    terminal.print(terminal.tick() + " named in " + String.join("\n           ", registered()));
    terminal.advise(
        "make -C %1$s test\nmake -C %1$s run     then  curl localhost:8080/notes"
            .formatted(folder()));
  }

  private String folder() {
    return context.shown(made.folder());
  }

  private List<String> registered() {
    return made.registered().stream().map(context::shown).toList();
  }
}
