package shareddb.cli.command.classroom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
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
import shareddb.cli.output.ProgressLine;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TimeText;
import shareddb.learn.classroom.AddLearnersResult;
import shareddb.learn.classroom.ClassDatabase;
import shareddb.learn.classroom.LearnerKeyFiles;
import shareddb.learn.classroom.Learners;
import shareddb.learn.classroom.OpenDatabases;
import shareddb.learn.classroom.RosterReader;
import shareddb.learn.classroom.RosterResult;

/** The command {@code ./db class add-batch ROSTER.csv}. */
@CommandLine.Command
public final class ClassAddBatchCommand implements Command {

  @Parameters(
      index = "0",
      paramLabel = "ROSTER.csv",
      description = "its first line is name,email (email may be left out)")
  private Path file = Path.of("");

  @Mixin private final HostOption host = new HostOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    List<RosterResult.Entry> roster = roster(context);
    long start = System.nanoTime();
    ClassDatabase database = ClassDatabase.ensure(context.settings().admin());
    LearnerKeyFiles keys = host.keys(database, context);
    AddLearnersResult result =
        ProgressLine.during(
            "adding " + CountText.of(roster.size(), "learner"),
            context.terminal(),
            progress -> new Learners(database).add(roster, keys));
    return switch (result) {
      case AddLearnersResult.Added(List<LearnerName> added, List<LearnerName> already) -> {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        tell(new Added(database, keys, added, already), took, context);
        yield ExitCode.DONE;
      }
      case AddLearnersResult.Refused(List<RosterResult.Problem> problems) -> throw faulty(problems);
      case AddLearnersResult.Unknown(SQLException error) ->
          throw CommandFailure.failed(
              "the answer to COMMIT was lost: all learners of the roster were added, or none: "
                  + error.getMessage(),
              again() + "     adds those who are missing");
    };
  }

  /** What was added, and where. */
  private record Added(
      ClassDatabase database,
      LearnerKeyFiles keys,
      List<LearnerName> added,
      List<LearnerName> already) {}

  private List<RosterResult.Entry> roster(CommandContext context) {
    try (BufferedReader csv = Files.newBufferedReader(context.here().resolve(file))) {
      return switch (RosterReader.read(csv)) {
        case RosterResult.Complete(List<RosterResult.Entry> entries) -> entries;
        case RosterResult.Faulty(List<RosterResult.Problem> problems) -> throw faulty(problems);
      };
    } catch (NoSuchFileException e) {
      throw CommandFailure.usage(
          "there is no file " + file, "write one whose first line is  name,email");
    } catch (CharacterCodingException e) {
      throw notUtf8();
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException ? notUtf8() : e;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private CommandFailure notUtf8() {
    return CommandFailure.failed(
        file + " is not UTF-8; nothing was changed", "save it as UTF-8, then  " + again());
  }

  private CommandFailure faulty(List<RosterResult.Problem> problems) {
    return CommandFailure.failed(
        problems.stream()
            .map(problem -> "%s, line %d: %s".formatted(file, problem.line(), problem.what()))
            .collect(
                Collectors.joining(
                    "\n",
                    CountText.of(problems.size(), "problem")
                        + " in the roster; nothing was changed\n",
                    "")),
        "mend the file, then  " + again());
  }

  private String again() {
    return "./db class add-batch " + file;
  }

  private void tell(Added result, Duration took, CommandContext context) throws SQLException {
    Terminal terminal = context.terminal();
    if (json.wanted()) {
      terminal.print(
          new JsonObject()
              .put("database", result.database().admin().database().value())
              .putTexts("added", texts(result.added()))
              .putTexts("already", texts(result.already()))
              .put("keys", context.shown(result.keys().folder()))
              .put("milliseconds", took.toMillis()));
      return;
    }
    terminal.print(
        "%s %s added to the class on %s at %s in %s"
            .formatted(
                terminal.tick(),
                CountText.of(result.added().size(), "learner"),
                result.database().admin().database(),
                result.database().admin().address(),
                TimeText.took(took)));
    if (!result.already().isEmpty()) {
      terminal.print("  %,d were in it already, and stay".formatted(result.already().size()));
    }
    if (!result.added().isEmpty()) {
      terminal.print(
          "  keys to hand out, one file for each: " + context.shown(result.keys().folder()));
    }
    host.warn(result.keys(), terminal);
    OpenDatabases.of(result.database().admin())
        .forEach(
            open ->
                terminal.note(
                    "warning: every role of this server may connect to %s:  REVOKE CONNECT ON DATABASE %s FROM PUBLIC"
                        .formatted(open, open.quoted())));
    terminal.advise("./db class board     the grid, for the projector");
  }

  private static List<String> texts(List<LearnerName> names) {
    return names.stream().map(LearnerName::value).toList();
  }
}
