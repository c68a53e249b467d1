package shareddb.cli.command.classroom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import shareddb.base.names.LearnerName;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.learn.classroom.ClassDatabase;
import shareddb.learn.classroom.ImportProgress;
import shareddb.learn.classroom.ImportResult;

/** The command {@code ./db class import FOLDER}. */
@CommandLine.Command
public final class ClassImportCommand implements Command {

  @Parameters(
      index = "0",
      paramLabel = "FOLDER",
      description = "its files *.json were written by ./db learn export, one by each learner")
  private Path folder = Path.of("");

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    Path read = context.here().resolve(folder);
    if (!Files.isDirectory(read)) {
      throw CommandFailure.usage("there is no folder " + folder, "./db class import FOLDER");
    }
    ClassDatabase database = ClassDatabase.ensure(context.settings().admin());
    return switch (ImportProgress.from(read, database)) {
      case ImportResult.Imported(List<LearnerName> learners) ->
          json.tell(
              context.terminal(),
              () ->
                  new JsonObject()
                      .putTexts("imported", learners.stream().map(LearnerName::value).toList()),
              () -> tell(learners, context.terminal()));
      case ImportResult.Refused(List<ImportResult.Problem> problems) -> throw refused(problems);
    };
  }

  private void tell(List<LearnerName> learners, Terminal terminal) {
    if (learners.isEmpty()) {
      throw CommandFailure.failed(
          "there is no file *.json in " + folder,
          "let each learner type  ./db learn export NAME.json");
    }
    terminal.print(
        "%s the progress of %s is in the class"
            .formatted(terminal.tick(), CountText.of(learners.size(), "learner")));
    terminal.advise("./db class status");
  }

  private CommandFailure refused(List<ImportResult.Problem> problems) {
    return CommandFailure.failed(
        problems.stream()
            .map(problem -> problem.file().getFileName() + ": " + problem.what())
            .collect(
                Collectors.joining(
                    "\n",
                    CountText.of(problems.size(), "file")
                        + " of "
                        + folder
                        + " cannot be imported; nothing was changed\n",
                    "")),
        "mend or move them, then  ./db class import " + folder);
  }
}
