package shareddb.cli.result;

import java.util.List;
import java.util.Optional;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.StepsText;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.StatementError;
import shareddb.migrate.snapshot.Snapshot;

/**
 * The message if a COMMIT was not answered and the server could not be asked again. It says that
 * the outcome is unknown, how to find out, and how to get back.
 */
public record UnknownOutcomeText(
    SelectedTarget chosen, CommandContext context, StatementError error) {

  /** The failure of a command that can be typed again once its outcome is known. */
  public CommandFailure of(String command, String onceKnown, List<AppliedStep> steps) {
    return failure(command, "", "     shows it; then  " + onceKnown, steps);
  }

  /** The failure of a command that drops the schema. */
  public CommandFailure of(String command, Optional<Snapshot> wayBack) {
    return failure(
        command,
        wayBack.map(kept -> "\n" + SnapshotText.kept(kept, context)).orElse(""),
        "     shows it"
            + wayBack
                .map(kept -> "\nto get back what was there:  " + SnapshotText.restore(chosen, kept))
                .orElse(""),
        List.of());
  }

  private CommandFailure failure(
      String command, String kept, String onceKnown, List<AppliedStep> steps) {
    return CommandFailure.failed(
        "it is not known whether the "
            + command
            + " of "
            + chosen.schema()
            + " was done: the connection was lost before the server had answered, and the server"
            + " could not be asked again\n"
            + StepsText.said(error)
            + kept,
        chosen.command("current") + onceKnown,
        steps);
  }
}
