package shareddb.cli.command.schema;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.result.TerminalListener;
import shareddb.cli.result.UpgradeText;
import shareddb.cli.result.VersionChangeText;
import shareddb.cli.selection.MissingDatabase;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;

/** An upgrade of one schema. Its database is created if it is missing. */
public record SingleUpgrade(
    @Nullable Version upTo, Duration patience, SelectedTarget chosen, CommandContext context) {

  public VersionChangeText run() throws SQLException {
    MissingDatabase.make(chosen);
    UpgradeResult result =
        TerminalListener.run(
            "upgrade",
            chosen,
            context,
            patience,
            caller ->
                upTo == null
                    ? Upgrade.run(chosen.track(), chosen.target(), caller)
                    : Upgrade.run(chosen.track(), chosen.target(), upTo, caller));
    return new UpgradeText(chosen, context).moved(result);
  }
}
