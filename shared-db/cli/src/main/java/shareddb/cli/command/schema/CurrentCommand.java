package shareddb.cli.command.schema;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.command.fleet.FleetCheck;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.StepsText;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.cli.result.HistoryProblemText;
import shareddb.cli.result.TargetStateJson;
import shareddb.cli.selection.TargetOptions;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.TrackState;

/** The command {@code ./db current TRACK}. */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
public final class CurrentCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final JsonOption json = new JsonOption();

  /** Accepted for older scripts, which needed this option to get exit code 3. */
  @Option(names = "--check", hidden = true)
  void check(boolean typed) {}

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    return options.look(
        "current",
        json,
        this::one,
        (fleet, there) -> new FleetCheck(fleet, json, there).status(),
        context);
  }

  private ExitCode one(SelectedTarget chosen, CommandContext context) throws SQLException {
    TrackState state = CurrentState.of(chosen.track(), chosen.target());
    Terminal terminal = context.terminal();
    if (json.wanted()) {
      terminal.print(TargetStateJson.of(state, chosen, context));
      return exit(state);
    }
    terminal.print(chosen.schema() + " is at " + version(state));
    TextTable pending = new TextTable();
    state
        .due()
        .forEach(m -> pending.row("  pending", StepsText.version(m.brings()), m.description()));
    terminal.print(pending);
    if (!state.problems().isEmpty()) {
      complain(state, chosen, context);
    }
    return exit(state);
  }

  private static ExitCode exit(TrackState state) {
    return state.problems().isEmpty() && state.isUpToDate() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  private static String version(TrackState state) {
    String newest =
        state.current().compareTo(state.newest()) >= 0 ? ", the newest" : " of " + state.newest();
    return state.current() + newest;
  }

  private static void complain(TrackState state, SelectedTarget chosen, CommandContext context) {
    HistoryProblemText complaint = new HistoryProblemText(chosen, context);
    state
        .problems()
        .forEach(
            problem -> {
              context.terminal().complain(Terminal.indented(complaint.what(problem), 7));
              context.terminal().advise(complaint.next(problem));
            });
  }
}
