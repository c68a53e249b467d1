package shareddb.cli.command.learn;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Settings;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.YesOption;
import shareddb.cli.output.Terminal;
import shareddb.cli.selection.TrackLookup;
import shareddb.learn.lesson.LessonPage;
import shareddb.learn.lesson.LessonReader;
import shareddb.learn.lesson.LessonSection;
import shareddb.learn.lesson.SectionQuery;

/** The command {@code ./db lesson MODULE}, or {@code ./db lesson MODULE --at SECTION}. */
@CommandLine.Command
public final class LessonCommand implements Command {

  @Parameters(
      index = "0",
      paramLabel = "MODULE",
      description = "the module whose lesson it is, or any beginning of its name")
  private String module = "";

  @Option(
      names = "--at",
      paramLabel = "SECTION",
      description = "reset the module, then do what the sections before this one ask for")
  private @Nullable Integer at;

  @Mixin private final YesOption yes = new YesOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    List<Track> tracks = TrackLookup.find(module, context);
    Path file =
        context
            .root()
            .resolve("workshop")
            .resolve(tracks.getFirst().module().toString())
            .resolve("README.md");
    if (!Files.exists(file)) {
      throw CommandFailure.usage(
          tracks.getFirst().module() + " has no lesson: there is no " + context.shown(file),
          "./db lesson 00");
    }
    LessonPage page = LessonReader.read(file);
    return at == null
        ? show(page, context)
        : new LessonStart(page, module, LessonTenants.of(tracks.getFirst(), context), context)
            .run(at, yes);
  }

  /** Which sections' results are there. */
  private ExitCode show(LessonPage page, CommandContext context) throws SQLException {
    Terminal terminal = context.terminal();
    Settings settings = context.settings();
    for (LessonSection section : page.sections()) {
      if (section.number() > 0) {
        terminal.print(section.title() + ": " + state(section, settings, context));
      }
    }
    int last = page.sections().stream().mapToInt(LessonSection::number).max().orElse(1);
    terminal.advise(
        "./db lesson %s --at %d     does what the sections before %d ask for"
            .formatted(module, last, last));
    return ExitCode.DONE;
  }

  private static String state(LessonSection section, Settings settings, CommandContext context)
      throws SQLException {
    if (section.results().isEmpty()) {
      return "leaves nothing to look for";
    }
    for (SectionQuery query : section.results()) {
      if (!isThere(query, settings, context)) {
        return "not there";
      }
    }
    return "there";
  }

  private static boolean isThere(SectionQuery query, Settings settings, CommandContext context)
      throws SQLException {
    Track track = TrackLookup.find(query.track(), context).getFirst();
    Target target = Target.usual(settings.admin(), track);
    try (Connection connection = target.admin().reading().connect()) {
      Query.execute(connection, "SET search_path = " + target.schema().quoted());
      return Query.of(connection, query.sql()).isTrue();
    } catch (SQLException e) {
      if (isMissing(e)) {
        return false;
      }
      throw e;
    }
  }

  /** A database, a schema, a table or a column that the section has not made yet. */
  private static boolean isMissing(SQLException e) {
    return Optional.ofNullable(e.getSQLState())
        .filter(state -> state.startsWith("42") || state.startsWith("3"))
        .isPresent();
  }
}
