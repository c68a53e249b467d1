package shareddb.cli.command.rollout;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.DryRunOption;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.WaitOption;
import shareddb.cli.result.TerminalListener;
import shareddb.cli.selection.TargetOptions;
import shareddb.migrate.rollout.Rollout;
import shareddb.migrate.rollout.RolloutAbort;
import shareddb.migrate.rollout.RolloutGoal;
import shareddb.migrate.rollout.RolloutPhase;
import shareddb.migrate.rollout.RolloutResult;

/** The command {@code ./db rollout TRACK}. */
@CommandLine.Command(
    footer = {
      "",
      "Exit code 0 if the wanted phase is reached; 3 where rows or sessions of the old version"
          + " stop it; 1 where it failed."
    })
public final class RolloutCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final JsonOption json = new JsonOption();

  @Mixin private final WaitOption wait = new WaitOption();

  @Option(
      names = "--until",
      paramLabel = "PHASE",
      description = "stop after this phase: expand, backfill or proof (else the contract)")
  private @Nullable String until;

  @Option(
      names = "--idle",
      paramLabel = "MINUTES",
      defaultValue = "5",
      description =
          "the contract waits until no session of the old version did anything for so long"
              + " (else ${DEFAULT-VALUE})")
  private int idle;

  @Option(names = "--abort", description = "go back: undo the expanding migration")
  private boolean abort;

  @Mixin private final DryRunOption dryRun = new DryRunOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    SelectedTarget chosen = options.in("rollout", context);
    if (abort && until != null) {
      throw CommandFailure.usage(
          "--abort goes back, and --until goes on", chosen.command("rollout") + " --abort");
    }
    RolloutPhase last = phase(chosen);
    if (dryRun.wanted()) {
      return new RolloutPlanText(chosen, context, json).tell(last, abort);
    }
    RolloutGoal goal = new RolloutGoal(last, Duration.ofMinutes(idle));
    return TerminalListener.run(
        "rollout",
        chosen,
        context,
        wait.patience(),
        listener -> roll(goal, listener, chosen, context));
  }

  private ExitCode roll(
      RolloutGoal goal, TerminalListener listener, SelectedTarget chosen, CommandContext context)
      throws SQLException {
    RolloutProgressText progress =
        new RolloutProgressText(listener, chosen, context, !json.wanted());
    RolloutResult result =
        abort
            ? RolloutAbort.run(chosen.track(), chosen.target(), progress)
            : Rollout.run(chosen.track(), chosen.target(), goal, progress);
    RolloutText text = new RolloutText(chosen, context, progress.kept());
    RolloutText.Standing standing = text.of(result);
    return json.tell(context.terminal(), standing::json, () -> text.print(standing));
  }

  private RolloutPhase phase(SelectedTarget chosen) {
    String wanted = until == null ? RolloutPhase.CONTRACT.word() : until.toLowerCase(Locale.ROOT);
    return Arrays.stream(RolloutPhase.values())
        .filter(phase -> phase.word().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailure.usage(
                    "there is no phase " + wanted + ": expand, backfill, proof and contract",
                    chosen.command("rollout") + " --until backfill"));
  }
}
