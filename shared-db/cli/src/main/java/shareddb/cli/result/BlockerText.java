package shareddb.cli.result;

import java.util.List;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.AppliedStep;

/** The message about a session that blocks a command, and the ways to continue. */
public final class BlockerText {

  private BlockerText() {}

  /** The failure if another session works on the target. */
  public static CommandFailure busy(Blocker holder, SelectedTarget chosen, String command) {
    return busy(holder, List.of(), chosen, command);
  }

  public static CommandFailure busy(
      Blocker holder, List<AppliedStep> steps, SelectedTarget chosen, String command) {
    return CommandFailure.failed(
        "another session works on %s: %s; %s\n  %s"
            .formatted(
                chosen.schema(),
                holder.who(),
                steps.isEmpty() ? "nothing was changed" : "what was done so far stands",
                holder.activity()),
        next(holder, chosen, command),
        steps);
  }

  /** The reason, to append to the name of the blocked operation. */
  public static String what(Blocker blocker) {
    return "%s holds a lock that is needed, and did not let go of it\n  %s"
        .formatted(blocker.who(), blocker.activity());
  }

  /** The two ways to continue: to wait for that session, or to end it. */
  public static String next(Blocker blocker, SelectedTarget chosen, String command) {
    return "wait for it to end, then  %s\n%s"
        .formatted(chosen.command(command), end(blocker, chosen.command("sql")));
  }

  /**
   * The command that ends the session, if its target is not known: the SQL prompt of any track can
   * do it.
   */
  public static String end(Blocker blocker, CommandContext context) {
    return context.workshop().tracks().stream()
        .findFirst()
        .map(track -> end(blocker, "./db sql " + track.label()))
        .orElse("");
  }

  private static String end(Blocker blocker, String prompt) {
    String other = blocker.prepared().isPresent() ? "     or  COMMIT PREPARED" : "";
    return "or end it:  %s --admin \"%s\"%s"
        .formatted(prompt, blocker.end().replaceAll("[\\\\\"$`]", "\\\\$0"), other);
  }
}
