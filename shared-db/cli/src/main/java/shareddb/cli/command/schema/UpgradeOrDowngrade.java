package shareddb.cli.command.schema;

import java.sql.SQLException;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.WaitOption;
import shareddb.cli.result.DowngradeText;
import shareddb.cli.result.TerminalListener;
import shareddb.cli.result.VersionChangeText;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeTo;

/** Upgrades or downgrades a schema from one version to another. */
public final class UpgradeOrDowngrade {

  private UpgradeOrDowngrade() {}

  public static VersionChangeText from(
      Version at, Version wanted, SelectedTarget chosen, CommandContext context)
      throws SQLException {
    int compared = wanted.compareTo(at);
    if (compared > 0) {
      return new SingleUpgrade(wanted, WaitOption.USUAL, chosen, context).run();
    }
    return compared == 0
        ? VersionChangeText.stayed(at, "where the snapshot was taken")
        : new DowngradeText(chosen, context)
            .moved(
                // The rows that this downgrade drops are still in the snapshot that was just
                // restored.
                TerminalListener.run(
                    "downgrade",
                    chosen,
                    context,
                    caller ->
                        Downgrade.run(
                            chosen.track(),
                            chosen.target(),
                            new DowngradeTo.TheVersion(wanted),
                            caller)));
  }
}
