package shareddb.cli;

import java.sql.SQLException;
import shareddb.migrate.LockedHistory;

/** A look at one of several targets: where its history is locked, the others are still shown. */
record LockedTarget(Chosen chosen, JsonOption json, Surroundings surroundings) {

  /** What is shown of a target that can be read. */
  interface Look {
    ExitCode run() throws SQLException;
  }

  /**
   * Says who locks it, where that is so.
   *
   * @param command to be typed again
   */
  ExitCode orShown(String command, Look look) throws SQLException {
    try {
      return look.run();
    } catch (LockedHistory locked) {
      show(locked, command);
      return ExitCode.DIFFERS;
    }
  }

  private void show(LockedHistory locked, String command) {
    Terminal terminal = surroundings.terminal();
    String what = String.valueOf(locked.getMessage());
    if (json.wanted()) {
      terminal.print(chosen.json().put("not_read", what));
      return;
    }
    terminal.complain(Terminal.indented(what, 7));
    terminal.advise(
        locked
            .blocker()
            .map(blocker -> Blocking.next(blocker, chosen, command))
            .orElseGet(() -> chosen.command(command)));
  }
}
