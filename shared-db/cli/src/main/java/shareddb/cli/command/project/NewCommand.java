package shareddb.cli.command.project;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shareddb.cli.blueprint.NewModule;
import shareddb.cli.blueprint.NewModuleResult;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;

/** The command {@code ./db new NN_NAME}. */
@CommandLine.Command
public final class NewCommand implements Command {

  @Parameters(
      paramLabel = "NN_NAME",
      description = "a number that is free, and lower-case words: 01_inventory")
  private String name = "";

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) {
    return switch (NewModule.make(context.root(), name)) {
      case NewModuleResult.Made made -> {
        tell(made, context);
        yield ExitCode.DONE;
      }
      case NewModuleResult.Refused(String what, String instead) ->
          throw CommandFailure.usage(what, "./db new " + instead);
      case NewModuleResult.NotRegistered(Path file, String what) ->
          throw CommandFailure.failed(
              context.shown(file) + " cannot name the new module: " + what,
              "bring it into the form it had (git diff), then type the same command again");
    };
  }

  private void tell(NewModuleResult.Made made, CommandContext context) {
    Terminal terminal = context.terminal();
    String folder = context.shown(made.folder());
    List<String> registered = made.registered().stream().map(context::shown).toList();
    if (json.wanted()) {
      terminal.print(
          new JsonObject()
              .put("module", name)
              .put("folder", folder)
              .put("files", made.files())
              .put(
                  "registered",
                  registered.stream().map(file -> new JsonObject().put("file", file)).toList()));
      return;
    }
    terminal.print(terminal.tick() + " " + folder + ": " + made.files() + " files");
    terminal.print(
        terminal.tick()
            + " named in "
            + registered.stream().collect(Collectors.joining("\n           ")));
    terminal.advise(
        "make -C %1$s test\nmake -C %1$s run     then  curl localhost:8080/notes"
            .formatted(folder));
  }
}
