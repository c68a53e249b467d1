package shareddb.cli.result;

import java.sql.SQLException;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.JsonOption;
import shareddb.cli.output.Terminal;
import shareddb.migrate.history.LockedHistory;

/**
 * Shows one of several targets. If its history is locked, it says so, and the other targets are
 * still shown.
 */
public record LockedTargetText(SelectedTarget chosen, JsonOption json, CommandContext context) {

  /** Shows a target whose history can be read. */
  public interface Look {
    ExitCode run() throws SQLException;
  }

  /**
   * Shows the target, or the session that locks its history.
   *
   * @param command the command to type again
   */
  public ExitCode orShown(String command, Look look) throws SQLException {
    try {
      return look.run();
    } catch (LockedHistory locked) {
      show(locked, command);
      return ExitCode.DIFFERS;
    }
  }

  private void show(LockedHistory locked, String command) {
    Terminal terminal = context.terminal();
    String what = String.valueOf(locked.getMessage());
    if (json.wanted()) {
      terminal.print(chosen.json().put("not_read", what));
      return;
    }
    terminal.complain(Terminal.indented(what, 7));
    terminal.advise(
        locked
            .blocker()
            .map(blocker -> BlockerText.next(blocker, chosen, command))
            .orElseGet(() -> chosen.command(command)));
  }
}
