package shareddb.cli.command.schema;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import shareddb.base.settings.Login;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.option.VersionConverter;
import shareddb.cli.output.CountText;
import shareddb.cli.output.ProgressLine;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.DriftText;
import shareddb.cli.selection.TargetOptions;
import shareddb.cli.selection.TrackLookup;
import shareddb.migrate.UpgradeResult;
import shareddb.schema.autogenerate.Squash;
import shareddb.schema.autogenerate.SquashResult;

/**
 * The command {@code ./db squash TRACK --to VERSION}: writes a base script for new targets, in
 * place of the migrations up to that version.
 */
@CommandLine.Command
public final class SquashCommand implements Command {

  @Parameters(index = "0", paramLabel = TargetOptions.TRACK, description = TargetOptions.TRACK_IS)
  private String typed = "";

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      required = true,
      converter = VersionConverter.class,
      description = "the last of the migrations that the base script stands for")
  private Version to = Version.NONE;

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    List<Track> tracks = TrackLookup.find(typed, context);
    if (tracks.size() > 1) {
      throw CommandFailure.usage(
          typed + " has several tracks, and a base script is of one",
          tracks.stream()
              .map(one -> "./db squash " + one.label() + " --to " + to)
              .collect(Collectors.joining("\nor  ")));
    }
    Track track = tracks.getFirst();
    Login server = context.settings().admin();
    SquashResult result =
        ProgressLine.during(
            "making and comparing the base script of " + track.label(),
            context.terminal(),
            progress -> Squash.write(server, track, to));
    return told(result, track, context);
  }

  private ExitCode told(SquashResult result, Track track, CommandContext context) {
    switch (result) {
      case SquashResult.Written written -> tell(written, track, context);
      case SquashResult.UnknownVersion(List<Version> known) ->
          throw CommandFailure.usage(
              "%s has no version %s; it has %s"
                  .formatted(
                      track.label(),
                      to,
                      known.stream().map(Version::toString).collect(Collectors.joining(", "))),
              "./db squash %s --to VERSION".formatted(track.label()));
      case SquashResult.AlreadyThere(Path file) ->
          throw CommandFailure.failed(
              context.shown(file) + " is there already; nothing was written",
              "delete it where no target has run it, then again");
      case SquashResult.HasRows(List<String> tables) ->
          throw CommandFailure.failed(
              "the migrations up to %s leave rows in %s, which a base script would not make;"
                      .formatted(to, String.join(", ", tables))
                  + " nothing was written",
              "squash up to a version before these rows");
      case SquashResult.Differs differs -> throw differs(differs, track, context.terminal());
      case SquashResult.NotRunnable(String script, UpgradeResult upgrade) ->
          throw CommandFailure.failed(
              "a script written from the catalog cannot be run; nothing was written\n"
                  + said(upgrade),
              "squash up to another version");
      case SquashResult.NotApplicable(UpgradeResult upgrade) ->
          throw CommandFailure.failed(
              "the migrations of %s cannot be applied to an empty database\n%s"
                  .formatted(track.label(), said(upgrade)),
              "./db upgrade %s --schema ANOTHER_NAME".formatted(track.label()));
    }
    return ExitCode.DONE;
  }

  private static void tell(SquashResult.Written written, Track track, CommandContext context) {
    Terminal terminal = context.terminal();
    context.printMade(written.file());
    terminal.print(
        "%s tried in a scratch database: it makes what %s make, %s compared"
            .formatted(
                terminal.tick(),
                CountText.of(written.migrations(), "migration"),
                CountText.of(written.objects(), "object")));
    terminal.advise(
        ("new targets of %s begin with it; those that have a history stay as they are\n"
                + "where none of it shall be:  rm %s")
            .formatted(track.label(), context.shown(written.file())));
  }

  private CommandFailure differs(SquashResult.Differs differs, Track track, Terminal terminal) {
    DriftText.DRIFT.print(differs.differences(), terminal);
    DriftText.reordered(differs.reordered(), terminal);
    return new CommandFailure(
        ExitCode.DIFFERS,
        "a script written from the catalog does not make all that %s makes at %s; nothing was written"
            .formatted(track.label(), to),
        "squash up to another version");
  }

  private static String said(UpgradeResult upgrade) {
    return upgrade instanceof UpgradeResult.Failed failed ? failed.report() : upgrade.toString();
  }
}
