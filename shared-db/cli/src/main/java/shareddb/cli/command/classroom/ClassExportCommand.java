package shareddb.cli.command.classroom;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.learn.classroom.LearnerCheck;
import shareddb.learn.progress.CheckRecord;

/** The command {@code ./db class export --csv|--json}. */
@CommandLine.Command
public final class ClassExportCommand implements Command {

  @ArgGroup(multiplicity = "1")
  private final Format format = new Format();

  /** One of the two. */
  private static final class Format {

    @Option(names = "--csv", description = "lines of CSV, for a spreadsheet")
    private boolean csv;

    @Option(
        names = JsonOption.NAME,
        description = "print one JSON object and nothing else; an error is one too: {\"error\": …}")
    private boolean json;
  }

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    List<LearnerCheck> checks = LearnerCheck.all(ClassOption.in(context));
    Terminal terminal = context.terminal();
    if (format.csv && !format.json) {
      terminal.printScript(
          Stream.concat(
                  Stream.of("learner,exercise,what,passed,tries,at,cause,help"),
                  checks.stream().map(ClassExportCommand::line))
              .collect(Collectors.joining("\n")));
    } else {
      terminal.print(
          new JsonObject().put("checks", checks.stream().map(ClassExportCommand::object).toList()));
    }
    return ExitCode.DONE;
  }

  private static JsonObject object(LearnerCheck of) {
    CheckRecord check = of.check();
    return new JsonObject()
        .put("learner", of.learner())
        .put("exercise", check.exercise())
        .put("what", check.what())
        .put("passed", check.passed())
        .put("tries", check.tries())
        .put("at", check.at())
        .put("cause", check.cause())
        .put("help", check.help());
  }

  private static String line(LearnerCheck of) {
    CheckRecord check = of.check();
    return Stream.of(
            of.learner(),
            check.exercise(),
            check.what(),
            String.valueOf(check.passed()),
            String.valueOf(check.tries()),
            check.at().toString(),
            check.cause().orElse(""),
            check.help().orElse(""))
        .map(ClassExportCommand::field)
        .collect(Collectors.joining(","));
  }

  /** A learner's text that begins like a formula would be run by a spreadsheet: ' makes it text. */
  private static String field(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\n\\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
