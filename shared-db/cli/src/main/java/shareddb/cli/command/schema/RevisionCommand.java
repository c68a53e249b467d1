package shareddb.cli.command.schema;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.base.track.Track;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.selection.Selection;
import shareddb.cli.selection.TargetOptions;
import shareddb.schema.autogenerate.MigrationDescription;
import shareddb.schema.autogenerate.Revision;
import shareddb.schema.autogenerate.RevisionFiles;
import shareddb.schema.autogenerate.RolloutRevision;

/** The command {@code ./db revision TRACK -m "add priority"}. */
@CommandLine.Command
public final class RevisionCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "what the migration does, in a few words: the files are named after it")
  private @Nullable String message;

  @Option(
      names = {"-a", "--autogenerate"},
      description = "write what was changed in the schema by hand, and prove both files")
  private boolean autogenerate;

  @Option(
      names = "--rollout",
      description = "write the files of a change in phases, for a column that another one replaces")
  private boolean rollout;

  @Option(
      names = "--adopt",
      description =
          "record what is pending as applied, without running it: only where the schema has it")
  private boolean adopt;

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    if (!autogenerate && !adopt && options.aim(context) instanceof Selection.Tenants all) {
      write(all.fleet().track(), all.fleet()::command, context);
      return ExitCode.DONE;
    }
    SelectedTarget chosen = options.in("revision", context);
    ExitCode exit = ExitCode.DONE;
    if (autogenerate) {
      exit = new AutogenerateText(chosen, context).run(description("by hand"));
    } else if (message != null || !adopt) {
      write(chosen.track(), chosen::command, context);
    }
    return adopt && exit == ExitCode.DONE ? new AdoptionText(chosen, context).run() : exit;
  }

  private void write(Track track, UnaryOperator<String> typed, CommandContext context) {
    if (message == null) {
      throw CommandFailure.usage(
          "a revision is named after its message, and --message is missing",
          typed.apply("revision") + " -m \"add priority\"");
    }
    if (rollout) {
      List<Path> files = RolloutRevision.write(track, description(message));
      context.printMade(files.toArray(Path[]::new));
      context
          .terminal()
          .advise("replace the names in capital letters, then  " + typed.apply("rollout"));
      return;
    }
    RevisionFiles files = Revision.write(track, description(message));
    context.printMade(files.migration(), files.undo());
    context.terminal().advise("fill in both files, then  " + typed.apply("upgrade"));
  }

  private MigrationDescription description(String otherwise) {
    try {
      return new MigrationDescription(Optional.ofNullable(message).orElse(otherwise));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(
          String.valueOf(e.getMessage()), "./db revision TRACK -m \"add priority\"");
    }
  }
}
