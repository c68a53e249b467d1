package shareddb.cli;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import shareddb.catalog.CatalogDifference;
import shareddb.drift.Effect;
import shareddb.migrate.AppliedStep;
import shareddb.migrate.Blocker;
import shareddb.migrate.Plan;
import shareddb.migrate.PlannedScript;
import shareddb.migrate.Rehearsal;
import shareddb.migrate.RehearsalResult;
import shareddb.migrate.StatementError;

/** What a command would do, told instead of done. */
record DryRun(
    String command, Chosen chosen, Surroundings surroundings, JsonOption json, Duration patience) {

  ExitCode run(DryRunOption.Kind kind, Plan.Scripts<?> plan) throws SQLException {
    switch (kind) {
      case PRINT -> print(plan);
      case EXECUTE -> execute(plan);
    }
    return ExitCode.DONE;
  }

  private void print(Plan.Scripts<?> plan) {
    if (json.wanted()) {
      surroundings.terminal().print(DryRunJson.of(plan, this));
    } else {
      surroundings.terminal().printScript(DryRunSql.of(plan, this).stripTrailing());
    }
  }

  private void execute(Plan.Scripts<?> plan) throws SQLException {
    Effect effect = new Effect(chosen.target().schema());
    // Nothing begins to change: the journal hears nothing.
    RehearsalResult result =
        Attended.of("dry run", chosen, surroundings, patience)
            .run(
                caller -> Rehearsal.run(chosen.target(), plan.all(), effect, caller),
                (recording, ended) -> {});
    switch (result) {
      case RehearsalResult.Passed(List<AppliedStep> steps) -> passed(plan, steps, effect);
      case RehearsalResult.NotInATransaction(List<PlannedScript> scripts) ->
          throw notInATransaction(scripts);
      case RehearsalResult.Failed(PlannedScript script, StatementError error) ->
          throw new CommandFailure(
              ExitCode.FAILED,
              shown(script) + " would fail; nothing was changed\n" + Steps.said(error),
              "mend it, then  " + again());
      case RehearsalResult.Busy(Blocker holder) ->
          throw DowngradeCommand.busy(holder, chosen, command);
      case RehearsalResult.Blocked(PlannedScript script, Blocker blocker) ->
          throw new CommandFailure(
              ExitCode.FAILED,
              shown(script) + " was given up; nothing was changed: " + Blocking.what(blocker),
              Blocking.next(blocker, chosen, command));
    }
  }

  private void passed(Plan.Scripts<?> plan, List<AppliedStep> steps, Effect effect) {
    List<CatalogDifference> changes = effect.comparison().differences();
    Terminal terminal = surroundings.terminal();
    if (json.wanted()) {
      terminal.print(DryRunJson.of(plan, steps, changes, this));
      return;
    }
    Steps.print(terminal, steps);
    terminal.print(
        chosen.schema()
            + ": "
            + plan.from()
            + " "
            + terminal.arrow()
            + " "
            + plan.to()
            + " would change "
            + Amount.of(changes.size(), "object"));
    DriftLines.changes(changes, terminal);
    terminal.print("all of it was taken back");
  }

  private CommandFailure notInATransaction(List<PlannedScript> scripts) {
    return new CommandFailure(
        ExitCode.FAILED,
        "this cannot be tried, since it cannot be taken back: it runs outside of a transaction\n"
            + scripts.stream().map(s -> "  " + shown(s)).collect(Collectors.joining("\n"))
            + "\nnothing was run",
        "read it instead:  " + chosen.command(command) + " --dry-run");
  }

  private String again() {
    return chosen.command(command) + " --dry-run=execute";
  }

  /** The command that this plan is of, bound to the version where it ends. */
  String typed(Plan.Scripts<?> plan) {
    String bound = command.equals("reset") ? " --to " : " --target ";
    return chosen.command(command) + bound + plan.to();
  }

  String shown(PlannedScript script) {
    return script.file().map(surroundings::shown).orElse(script.title());
  }
}
