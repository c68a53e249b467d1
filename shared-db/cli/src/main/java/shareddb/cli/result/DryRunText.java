package shareddb.cli.result;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.DryRunOption;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.CountText;
import shareddb.cli.output.StepsText;
import shareddb.cli.output.Terminal;
import shareddb.migrate.DryRun;
import shareddb.migrate.DryRunResult;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.Plan;
import shareddb.migrate.script.PlannedScript;
import shareddb.migrate.script.Planner;
import shareddb.schema.catalog.CatalogDifference;
import shareddb.schema.drift.DryRunEffect;

/** The text of a dry run. */
public record DryRunText(
    String command,
    SelectedTarget chosen,
    CommandContext context,
    JsonOption json,
    Duration patience) {

  /**
   * Prints the plan, or tries it and prints its effect.
   *
   * @param ended prints the result if the command would run nothing
   */
  public <R> ExitCode of(DryRunOption.Kind kind, Planner<R> planner, Function<R, ExitCode> ended)
      throws SQLException {
    return switch (kind) {
      case PRINT ->
          switch (planner.show(chosen.target())) {
            case Plan.Ended<R>(R result) -> ended.apply(result);
            case Plan.Scripts<R> plan -> print(plan);
          };
      case EXECUTE -> execute(planner, ended);
    };
  }

  /**
   * Returns whether the plan includes the API's role. A tenant's role is created with the tenant,
   * and not changed later.
   */
  public boolean withRole() {
    return chosen.tenant().isEmpty();
  }

  private ExitCode print(Plan.Scripts<?> plan) {
    return json.tell(
        context.terminal(),
        () -> DryRunJson.of(plan, this),
        () -> context.terminal().printScript(DryRunSql.of(plan, this).stripTrailing()));
  }

  private <R> ExitCode execute(Planner<R> planner, Function<R, ExitCode> ended)
      throws SQLException {
    DryRunEffect effect = new DryRunEffect(chosen.target().schema());
    DryRunResult<R> result =
        TerminalListener.run(
            "dry run",
            chosen,
            context,
            patience,
            caller -> DryRun.run(chosen.target(), planner, effect, caller));
    return switch (result) {
      case DryRunResult.Ended<R>(R end) -> ended.apply(end);
      case DryRunResult.Passed<R>(Plan.Scripts<R> plan, List<AppliedStep> steps) ->
          passed(plan, steps, effect);
      case DryRunResult.NotInATransaction<R>(List<PlannedScript> scripts) ->
          throw notInATransaction(scripts);
      case DryRunResult.Failed<R> failed -> throw failed(failed);
      case DryRunResult.Busy<R>(Blocker holder) -> throw BlockerText.busy(holder, chosen, command);
      case DryRunResult.Blocked<R>(Optional<PlannedScript> script, Blocker blocker) ->
          throw CommandFailure.failed(
              script.map(this::shown).orElse("the dry run")
                  + " was given up; nothing was changed: "
                  + BlockerText.what(blocker),
              BlockerText.next(blocker, chosen, command));
    };
  }

  private CommandFailure failed(DryRunResult.Failed<?> failed) throws SQLException {
    PlannedScript script = failed.script().orElseThrow(failed::cause);
    return CommandFailure.failed(
        shown(script) + ErrorAdvice.failed(failed.error(), " would fail; nothing was changed"),
        ErrorAdvice.next(failed.error(), "mend it", again(), chosen));
  }

  private ExitCode passed(Plan.Scripts<?> plan, List<AppliedStep> steps, DryRunEffect effect) {
    List<CatalogDifference> changes = effect.comparison().differences();
    Terminal terminal = context.terminal();
    if (json.wanted()) {
      terminal.print(DryRunJson.of(plan, steps, changes, this));
      return ExitCode.DONE;
    }
    StepsText.print(terminal, steps);
    terminal.print(
        "%s: %s %s %s would change %s"
            .formatted(
                chosen.schema(),
                plan.from(),
                terminal.arrow(),
                plan.to(),
                CountText.of(changes.size(), "object")));
    DriftText.CHANGES.print(changes, terminal);
    terminal.print("all of it was taken back");
    return ExitCode.DONE;
  }

  private CommandFailure notInATransaction(List<PlannedScript> scripts) {
    return CommandFailure.failed(
        "this cannot be tried, since it cannot be taken back: it runs outside of a transaction\n"
            + scripts.stream().map(s -> "  " + shown(s)).collect(Collectors.joining("\n"))
            + "\nnothing was run",
        "read it instead:  " + chosen.command(command) + " --dry-run");
  }

  private String again() {
    return chosen.command(command) + " --dry-run=execute";
  }

  /** The command of this plan, with the version where the plan ends. */
  String typed(Plan.Scripts<?> plan) {
    String bound = command.equals("reset") ? " --to " : " --target ";
    return chosen.command(command) + bound + plan.to();
  }

  String shown(PlannedScript script) {
    return script.file().map(context::shown).orElse(script.title());
  }
}
