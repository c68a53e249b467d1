package shareddb.cli;

import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.migrate.Current;
import shareddb.migrate.TrackState;

/** {@code ./db current TRACK}. */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
final class CurrentCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final JsonOption json = new JsonOption();

  /** Accepted from scripts of before, which had to ask for exit code 3. */
  @Option(names = "--check", hidden = true)
  void check(boolean typed) {}

  @Override
  public ExitCode run(Surroundings surroundings) throws SQLException {
    return options.look(
        "current",
        json,
        this::one,
        (fleet, there) -> new TenantsChecked(fleet, json, there).status(),
        surroundings);
  }

  private ExitCode one(Chosen chosen, Surroundings surroundings) throws SQLException {
    TrackState state = Current.of(chosen.track(), chosen.target());
    Terminal terminal = surroundings.terminal();
    if (json.wanted()) {
      terminal.print(StateJson.of(state, chosen, surroundings));
      return exit(state);
    }
    terminal.print(chosen.schema() + " is at " + standing(state));
    Table pending = new Table();
    state.due().forEach(m -> pending.row("  pending", Steps.version(m.brings()), m.description()));
    terminal.print(pending);
    if (!state.problems().isEmpty()) {
      complain(state, chosen, surroundings);
    }
    return exit(state);
  }

  private static ExitCode exit(TrackState state) {
    return state.problems().isEmpty() && state.isUpToDate() ? ExitCode.DONE : ExitCode.DIFFERS;
  }

  private static String standing(TrackState state) {
    String newest =
        state.current().compareTo(state.newest()) >= 0 ? ", the newest" : " of " + state.newest();
    return state.current() + newest;
  }

  private static void complain(TrackState state, Chosen chosen, Surroundings surroundings) {
    HistoryComplaint complaint = new HistoryComplaint(chosen, surroundings);
    state
        .problems()
        .forEach(
            problem -> {
              surroundings.terminal().complain(Terminal.indented(complaint.what(problem), 7));
              surroundings.terminal().advise(complaint.next(problem));
            });
  }
}
