package shareddb.cli;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import shareddb.catalog.CatalogDifference;
import shareddb.drift.Effect;
import shareddb.migrate.AppliedStep;
import shareddb.migrate.Blocker;
import shareddb.migrate.Plan;
import shareddb.migrate.PlannedScript;
import shareddb.migrate.Planner;
import shareddb.migrate.Rehearsal;
import shareddb.migrate.RehearsalResult;

/** What a command would do, told instead of done. */
record DryRun(
    String command, Chosen chosen, Surroundings surroundings, JsonOption json, Duration patience) {

  /**
   * Tells it.
   *
   * @param ended tells how the command would end without running anything
   */
  <R> ExitCode of(DryRunOption.Kind kind, Planner<R> planner, Function<R, ExitCode> ended)
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

  /** A tenant's role was made with the tenant, and stays what it is. */
  boolean withRole() {
    return chosen.tenant().isEmpty();
  }

  private ExitCode print(Plan.Scripts<?> plan) {
    return json.tell(
        surroundings.terminal(),
        () -> DryRunJson.of(plan, this),
        () -> surroundings.terminal().printScript(DryRunSql.of(plan, this).stripTrailing()));
  }

  private <R> ExitCode execute(Planner<R> planner, Function<R, ExitCode> ended)
      throws SQLException {
    Effect effect = new Effect(chosen.target().schema());
    RehearsalResult<R> result =
        Attended.run(
            "dry run",
            chosen,
            surroundings,
            patience,
            caller -> Rehearsal.run(chosen.target(), planner, effect, caller));
    return switch (result) {
      case RehearsalResult.Ended<R>(R end) -> ended.apply(end);
      case RehearsalResult.Passed<R>(Plan.Scripts<R> plan, List<AppliedStep> steps) ->
          passed(plan, steps, effect);
      case RehearsalResult.NotInATransaction<R>(List<PlannedScript> scripts) ->
          throw notInATransaction(scripts);
      case RehearsalResult.Failed<R> failed -> throw failed(failed);
      case RehearsalResult.Busy<R>(Blocker holder) -> throw Blocking.busy(holder, chosen, command);
      case RehearsalResult.Blocked<R>(Optional<PlannedScript> script, Blocker blocker) ->
          throw CommandFailure.failed(
              script.map(this::shown).orElse("the dry run")
                  + " was given up; nothing was changed: "
                  + Blocking.what(blocker),
              Blocking.next(blocker, chosen, command));
    };
  }

  private CommandFailure failed(RehearsalResult.Failed<?> failed) throws SQLException {
    PlannedScript script = failed.script().orElseThrow(failed::cause);
    return CommandFailure.failed(
        shown(script) + ErrorAdvice.failed(failed.error(), " would fail; nothing was changed"),
        ErrorAdvice.next(failed.error(), "mend it", again(), chosen));
  }

  private ExitCode passed(Plan.Scripts<?> plan, List<AppliedStep> steps, Effect effect) {
    List<CatalogDifference> changes = effect.comparison().differences();
    Terminal terminal = surroundings.terminal();
    if (json.wanted()) {
      terminal.print(DryRunJson.of(plan, steps, changes, this));
      return ExitCode.DONE;
    }
    Steps.print(terminal, steps);
    terminal.print(
        "%s: %s %s %s would change %s"
            .formatted(
                chosen.schema(),
                plan.from(),
                terminal.arrow(),
                plan.to(),
                Amount.of(changes.size(), "object")));
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

  /** The command that this plan is of, bound to the version where it ends. */
  String typed(Plan.Scripts<?> plan) {
    String bound = command.equals("reset") ? " --to " : " --target ";
    return chosen.command(command) + bound + plan.to();
  }

  String shown(PlannedScript script) {
    return script.file().map(surroundings::shown).orElse(script.title());
  }
}
