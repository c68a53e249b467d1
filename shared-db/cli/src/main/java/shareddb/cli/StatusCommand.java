package shareddb.cli;

import java.sql.SQLException;
import java.util.Comparator;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import shareddb.migrate.Current;
import shareddb.migrate.HistoryRow;
import shareddb.migrate.TrackState;
import shareddb.server.ServerStatus;
import shareddb.server.WorkshopServer;
import shareddb.settings.Settings;
import shareddb.track.Track;

/** {@code ./db status}. */
@CommandLine.Command
final class StatusCommand implements Command {

  @Option(
      names = "--check",
      description = "exit with 3 where the server does not run or a track has migrations pending")
  private boolean check;

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    Terminal terminal = surroundings.terminal();
    Settings settings = surroundings.settings();
    ServerStatus status = WorkshopServer.of(settings).status();
    if (status.problem().isPresent()) {
      throw ServerLines.failure(status.problem().get());
    }
    if (!status.running()) {
      terminal.print(ServerLines.title(status) + ": not running");
      terminal.print(ServerLines.details(status, surroundings));
      terminal.advise("./db start");
      return check ? ExitCode.DIFFERS : ExitCode.DONE;
    }
    terminal.print(terminal.tick() + " " + ServerLines.title(status) + ": running");
    terminal.print(ServerLines.details(status, surroundings));
    boolean asItShouldBe = tracks(settings, surroundings);
    return check && !asItShouldBe ? ExitCode.DIFFERS : ExitCode.DONE;
  }

  /** Every track's usual schema, a line each; whether all of them are at their newest version. */
  private static boolean tracks(Settings settings, Surroundings surroundings) throws SQLException {
    Table table = new Table();
    table.row("TRACK", "CURRENT", "NEWEST", "PENDING", "LAST APPLIED", "");
    boolean newest = true;
    for (Track track : surroundings.workshop().tracks()) {
      Chosen chosen = Chosen.usual(settings, track);
      TrackState state = Current.of(track, chosen.target());
      newest &= state.pending().isEmpty() && state.problems().isEmpty();
      table.row(
          track.label(),
          state.current().toString(),
          state.newest().toString(),
          String.valueOf(state.pending().size()),
          lastApplied(state),
          next(state, chosen));
    }
    surroundings.terminal().print("");
    surroundings.terminal().print(table);
    return newest;
  }

  private static String lastApplied(TrackState state) {
    return state.applied().values().stream()
        .map(HistoryRow::installedOn)
        .max(Comparator.naturalOrder())
        .map(Moment::of)
        .orElse("never");
  }

  private static String next(TrackState state, Chosen chosen) {
    if (!state.problems().isEmpty()) {
      return chosen.command("current");
    }
    return state.pending().isEmpty() ? "" : chosen.command("upgrade");
  }
}
