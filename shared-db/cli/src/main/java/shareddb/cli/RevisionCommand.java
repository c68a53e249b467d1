package shareddb.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.revision.Description;
import shareddb.revision.Revision;
import shareddb.revision.RevisionFiles;

/** {@code ./db revision TRACK -m "add priority"}. */
@CommandLine.Command
final class RevisionCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      required = true,
      description = "what the migration does, in a few words: the files are named after it")
  private String message = "";

  @Override
  public ExitCode run(Surroundings surroundings) {
    Chosen chosen = options.in(surroundings);
    RevisionFiles files = Revision.write(chosen.track(), description());
    Terminal terminal = surroundings.terminal();
    for (Path file : new Path[] {files.migration(), files.undo()}) {
      terminal.print(terminal.tick() + " " + surroundings.shown(file));
    }
    terminal.advise("fill in both files, then  " + chosen.command("upgrade"));
    return ExitCode.DONE;
  }

  private Description description() {
    try {
      return new Description(message);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          ExitCode.USAGE,
          String.valueOf(e.getMessage()),
          "./db revision TRACK -m \"add priority\"");
    }
  }
}
