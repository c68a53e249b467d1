package shareddb.cli.command.schema;

import java.sql.SQLException;
import java.util.List;
import shareddb.base.track.Migration;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.StepsText;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.BlockerText;
import shareddb.cli.result.DriftText;
import shareddb.cli.result.HistoryProblemText;
import shareddb.cli.result.TerminalListener;
import shareddb.cli.result.UnknownOutcomeText;
import shareddb.cli.result.UpgradeText;
import shareddb.migrate.AdoptResult;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.StatementError;
import shareddb.schema.autogenerate.Adoption;
import shareddb.schema.autogenerate.AdoptionResult;
import shareddb.schema.drift.DriftResult;

/** Runs {@code ./db revision TRACK --adopt} and prints its result. */
record AdoptionText(SelectedTarget chosen, CommandContext context) {

  ExitCode run() throws SQLException {
    return switch (adopted()) {
      case AdoptionResult.Done(AdoptResult result) -> done(result);
      case AdoptionResult.NotTheSame(DriftResult drift) -> notTheSame(drift);
    };
  }

  private AdoptionResult adopted() throws SQLException {
    return TerminalListener.run(
        "adopt", chosen, context, caller -> Adoption.run(chosen.track(), chosen.target(), caller));
  }

  private ExitCode done(AdoptResult result) {
    return switch (result) {
      case AdoptResult.Adopted adopted -> {
        tell(adopted);
        yield ExitCode.DONE;
      }
      case AdoptResult.Unknown(StatementError error) ->
          throw new UnknownOutcomeText(chosen, context, error)
              .of("adoption", chosen.command("revision") + " --adopt", List.of());
      case AdoptResult.NotRecorded(StatementError error) ->
          throw CommandFailure.failed(
              "nothing was recorded in the history of %s\n%s"
                  .formatted(chosen.schema(), StepsText.said(error)),
              chosen.command("revision") + " --adopt");
      case AdoptResult.NoHistory none ->
          throw CommandFailure.failed(
              chosen.schema() + " has no history to record anything in; nothing was changed",
              chosen.command("upgrade") + "     (in a schema that is empty)");
      case AdoptResult.Refused refused ->
          throw new HistoryProblemText(chosen, context).about(refused.problems());
      case AdoptResult.Busy(Blocker holder) -> throw BlockerText.busy(holder, chosen, "revision");
    };
  }

  private void tell(AdoptResult.Adopted adopted) {
    Terminal terminal = context.terminal();
    if (adopted.migrations().isEmpty()) {
      terminal.print(chosen.schema() + " is at " + adopted.from() + ": nothing is pending");
      return;
    }
    for (Migration migration : adopted.migrations()) {
      terminal.print(
          "%s %s  %s  recorded as applied, and not run: %s has it"
              .formatted(
                  terminal.tick(), migration.version(), migration.description(), chosen.schema()));
    }
  }

  private ExitCode notTheSame(DriftResult drift) {
    if (drift instanceof DriftResult.NotApplicable(var upgrade)) {
      throw new UpgradeText(chosen, context).notApplicable(upgrade);
    }
    if (drift instanceof DriftResult.Differs differs) {
      Terminal terminal = context.terminal();
      DriftText.DRIFT.print(differs.comparison().differences(), terminal);
      terminal.complain(
          "%s is not what its track makes at %s: nothing was recorded"
              .formatted(chosen.schema(), differs.version()));
      terminal.advise("mend the files, or  " + chosen.command("upgrade"));
    }
    return ExitCode.DIFFERS;
  }
}
