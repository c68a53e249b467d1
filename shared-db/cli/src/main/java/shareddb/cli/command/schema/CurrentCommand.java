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
import shareddb.cli.result.TargetStateText;
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
    TargetStateText text = new TargetStateText(state, chosen, context);
    RolloutStateText rollout = RolloutStateText.of(chosen, state);
    json.tell(
        context.terminal(),
        () -> rollout.json(text.json()),
        () -> {
          text.print();
          rollout.print(context.terminal());
        });
    return state.problems().isEmpty() && state.isUpToDate() ? ExitCode.DONE : ExitCode.DIFFERS;
  }
}
