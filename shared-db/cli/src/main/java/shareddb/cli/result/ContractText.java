package shareddb.cli.result;

import java.util.stream.Collectors;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.phase.UnprovenRows;

/** The text about a contract that must wait. */
public final class ContractText {

  private ContractText() {}

  /** An upgrade that stopped before a contract: not a failure, and not at the newest version. */
  static CommandFailure waits(UpgradeResult.ContractWaits waits, SelectedTarget chosen) {
    return new CommandFailure(
        ExitCode.DIFFERS,
        "%s is at %s, and the upgrade stops there: %s%s"
            .formatted(
                chosen.schema(),
                waits.current(),
                waits.waiting().why(),
                examples(waits.waiting().rows())),
        chosen.command("rollout"),
        waits.steps());
  }

  /** Some of the rows, each on a line of its own. */
  public static String examples(UnprovenRows rows) {
    return rows.examples().stream().map(row -> "\n  " + row).collect(Collectors.joining());
  }
}
