package shareddb.cli;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.revision.Description;
import shareddb.revision.Revision;
import shareddb.revision.RevisionFiles;
import shareddb.track.Track;

/** {@code ./db revision TRACK -m "add priority"}. */
@CommandLine.Command
final class RevisionCommand implements Command {

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
      names = "--adopt",
      description =
          "record what is pending as applied, without running it: only where the schema has it")
  private boolean adopt;

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    if (!autogenerate && !adopt && options.aim(surroundings) instanceof Aim.Tenants all) {
      write(all.fleet().track(), all.fleet()::command, surroundings);
      return ExitCode.DONE;
    }
    Chosen chosen = options.in("revision", surroundings);
    ExitCode exit = ExitCode.DONE;
    if (autogenerate) {
      exit = new AutogenerateLines(chosen, surroundings).run(description("by hand"));
    } else if (message != null || !adopt) {
      write(chosen.track(), chosen::command, surroundings);
    }
    return adopt && exit == ExitCode.DONE ? new AdoptionLines(chosen, surroundings).run() : exit;
  }

  private void write(Track track, UnaryOperator<String> typed, Surroundings surroundings) {
    if (message == null) {
      throw CommandFailure.usage(
          "a revision is named after its message, and --message is missing",
          typed.apply("revision") + " -m \"add priority\"");
    }
    RevisionFiles files = Revision.write(track, description(message));
    surroundings.printMade(files.migration(), files.undo());
    surroundings.terminal().advise("fill in both files, then  " + typed.apply("upgrade"));
  }

  private Description description(String otherwise) {
    try {
      return new Description(Optional.ofNullable(message).orElse(otherwise));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(
          String.valueOf(e.getMessage()), "./db revision TRACK -m \"add priority\"");
    }
  }
}
