package shareddb.cli.command.project;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shareddb.base.names.ModuleName;
import shareddb.cli.blueprint.ModuleFiles;
import shareddb.cli.blueprint.NewModule;
import shareddb.cli.blueprint.NewModuleResult;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.DryRunOption;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.YesOption;
import shareddb.cli.output.ProgressLine;
import shareddb.migrate.snapshot.Snapshot;

/** The command {@code ./db new NN_NAME}, and {@code ./db new --remove NN_NAME}. */
@CommandLine.Command
public final class NewCommand implements Command {

  @Parameters(
      paramLabel = "NN_NAME",
      description = "a number that is free, and lower-case words: 01_inventory")
  private String name = "";

  @Option(
      names = "--remove",
      description =
          "remove a module, or what is left of one: its schemas, its folder and its lines in"
              + " Maven's lists; the rows are kept in snapshots, and the folder in"
              + " localdev/removed")
  private boolean remove;

  @Mixin private final DryRunOption dryRun = new DryRunOption();

  @Mixin private final YesOption yes = new YesOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    if (remove) {
      return remove(context);
    }
    if (dryRun.wanted()) {
      throw CommandFailure.usage(
          "--dry-run belongs to --remove: a new module is only files", "./db new " + name);
    }
    return switch (NewModule.make(context.root(), name)) {
      case NewModuleResult.Made made -> {
        NewModuleText text = new NewModuleText(made, context);
        yield json.tell(context.terminal(), text::json, text::print);
      }
      case NewModuleResult.Refused(String what, String instead) ->
          throw CommandFailure.usage(what, "./db new " + instead);
      case NewModuleResult.NotRegistered(Path file, String what) ->
          throw CommandFailure.failed(
              context.shown(file) + " cannot name the new module: " + what,
              "bring it into the form it had (git diff), then type the same command again");
    };
  }

  private ExitCode remove(CommandContext context) throws SQLException {
    ModuleContent content = ModuleContent.of(wanted(context), context);
    ModuleRemovalText text = ModuleRemovalText.of(content, context);
    if (content.isEmpty()) {
      throw unknown(context);
    }
    String again = "./db new --remove " + content.files().name();
    if (dryRun.wanted()) {
      if (dryRun.kind() == DryRunOption.Kind.EXECUTE) {
        throw CommandFailure.usage("a removal is not tried: it is shown", again + " --dry-run");
      }
      return json.tell(context.terminal(), text::json, () -> context.terminal().print(text.plan()));
    }
    boolean confirmed =
        yes.confirms(
            text.plan(),
            text.plan() + "\nRemove it? (Rows are kept in snapshots.)",
            again,
            context);
    return confirmed
        ? removed(content, text, context)
        : YesOption.refused(context.terminal(), json);
  }

  private ExitCode removed(ModuleContent content, ModuleRemovalText text, CommandContext context)
      throws SQLException {
    List<Snapshot> kept =
        ProgressLine.during(
            "removing " + content.files().name(),
            context.terminal(),
            progress -> new ModuleRemoval(content, context, progress).drop());
    content.files().unlist();
    Optional<Path> folder = content.files().moveAway();
    return json.tell(
        context.terminal(), () -> text.json(kept, folder), () -> text.print(kept, folder));
  }

  /** The module of the typed name, or of its beginning; a whole name needs no folder. */
  private ModuleName wanted(CommandContext context) {
    String typed = name.replaceFirst("^(?:.*/)?workshop/", "").replaceFirst("/+$", "");
    SortedSet<ModuleName> known = ModuleFiles.known(context.root());
    List<ModuleName> found = known.stream().filter(m -> m.value().startsWith(typed)).toList();
    if (ModuleName.isOne(typed)) {
      return new ModuleName(typed);
    }
    if (found.size() > 1) {
      throw CommandFailure.usage(
          "\"" + typed + "\" could be any of " + names(found), "type more of its name");
    }
    return found.stream().findFirst().orElseThrow(() -> unknown(context));
  }

  private CommandFailure unknown(CommandContext context) {
    return CommandFailure.usage(
        "there is no module \"%s\": no folder, no line in Maven's lists, no schema; there is %s"
            .formatted(name, names(List.copyOf(ModuleFiles.known(context.root())))),
        "./db status");
  }

  private static String names(List<ModuleName> modules) {
    return modules.stream().map(ModuleName::value).collect(Collectors.joining(", "));
  }
}
