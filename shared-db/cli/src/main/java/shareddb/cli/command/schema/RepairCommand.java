package shareddb.cli.command.schema;

import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import shareddb.base.track.Version;
import shareddb.cli.command.Command;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.DryRunOption;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.WaitOption;
import shareddb.cli.option.YesOption;
import shareddb.cli.output.StepsText;
import shareddb.cli.result.BlockerText;
import shareddb.cli.result.TerminalListener;
import shareddb.cli.result.UnknownOutcomeText;
import shareddb.cli.selection.TargetOptions;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.repair.Repair;
import shareddb.migrate.repair.RepairPlan;
import shareddb.migrate.repair.RepairResult;
import shareddb.migrate.script.StatementError;

/**
 * The command {@code ./db repair TRACK}: makes a history fit its files, as Flyway's repair does.
 */
@CommandLine.Command(footer = {"", ExitCode.LOOKED})
public final class RepairCommand implements Command {

  @Mixin private final TargetOptions options = new TargetOptions();

  @Mixin private final DryRunOption dryRun = new DryRunOption();

  @Mixin private final YesOption yes = new YesOption();

  @Mixin private final WaitOption wait = new WaitOption();

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public ExitCode run(CommandContext context) throws SQLException {
    SelectedTarget chosen = options.in("repair", context);
    RepairPlan plan = Repair.plan(chosen.track(), chosen.target());
    RepairText text = new RepairText(chosen, plan, context);
    if (plan.changes().isEmpty() || dryRun.wanted()) {
      json.tell(
          context.terminal(),
          () -> text.json(false, plan.current()),
          () -> context.terminal().print(text.proposal()));
      return text.looked();
    }
    boolean confirmed =
        yes.confirms(
            text.proposal(), text.proposal() + "\nGo on?", chosen.command("repair"), context);
    if (!confirmed) {
      return YesOption.refused(context.terminal(), json);
    }
    if (!context.terminal().canAsk() && !json.wanted()) {
      context.terminal().print(text.proposal());
    }
    return told(repaired(plan, chosen, context), text, chosen, context);
  }

  private RepairResult repaired(RepairPlan plan, SelectedTarget chosen, CommandContext context)
      throws SQLException {
    return TerminalListener.run(
        "repair",
        chosen,
        context,
        wait.patience(),
        caller -> Repair.run(chosen.track(), chosen.target(), plan, caller));
  }

  private ExitCode told(
      RepairResult result, RepairText text, SelectedTarget chosen, CommandContext context) {
    switch (result) {
      case RepairResult.Repaired(RepairPlan plan, Version now) ->
          json.tell(context.terminal(), () -> text.json(true, now), () -> text.printDone(now));
      case RepairResult.Changed changed ->
          throw CommandFailure.failed(
              "the history of %s or its files were changed meanwhile; nothing was changed"
                  .formatted(chosen.schema()),
              chosen.command("repair"));
      case RepairResult.NotRepaired(StatementError error) ->
          throw CommandFailure.failed(
              "the history of %s stays as it was\n%s"
                  .formatted(chosen.schema(), StepsText.said(error)),
              chosen.command("repair"));
      case RepairResult.Unknown(StatementError error) ->
          throw new UnknownOutcomeText(chosen, context, error)
              .of("repair", chosen.command("repair"), List.of());
      case RepairResult.Busy(Blocker holder) -> throw BlockerText.busy(holder, chosen, "repair");
    }
    return text.repaired();
  }
}
