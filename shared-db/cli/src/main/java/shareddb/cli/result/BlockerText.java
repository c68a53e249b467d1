package shareddb.cli.result;

import java.util.List;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.AppliedStep;

/** The message about a session that is in the way, and how to get past it. */
public final class BlockerText {

  private BlockerText() {}

  /** Another session works on the target. */
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

  /** What happened, to append to what it happened to. */
  static String what(Blocker blocker) {
    return "%s holds a lock that is needed, and did not let go of it\n  %s"
        .formatted(blocker.who(), blocker.activity());
  }

  /** Both ways out: to wait, or to end that session. */
  static String next(Blocker blocker, SelectedTarget chosen, String command) {
    return "wait for it to end, then  %s\n%s"
        .formatted(chosen.command(command), end(blocker, chosen.command("sql")));
  }

  /** Where it is not known in which target: the prompt of any track can end a session. */
  public static String end(Blocker blocker, CommandContext surroundings) {
    return surroundings.workshop().tracks().stream()
        .findFirst()
        .map(track -> end(blocker, "./db sql " + track.label()))
        .orElse("");
  }

  private static String end(Blocker blocker, String prompt) {
    return "or end it:  %s --admin \"SELECT pg_terminate_backend(%s)\""
        .formatted(prompt, blocker.pid());
  }
}
