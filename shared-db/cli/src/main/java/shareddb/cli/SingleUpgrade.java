package shareddb.cli;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.track.Version;

/** An upgrade of one schema, whose database is made where it is missing. */
record SingleUpgrade(
    @Nullable Version upTo, Duration patience, Chosen chosen, Surroundings surroundings) {

  Moved run() throws SQLException {
    MissingDatabase.make(chosen);
    UpgradeResult result =
        Attended.run(
            "upgrade",
            chosen,
            surroundings,
            patience,
            caller ->
                upTo == null
                    ? Upgrade.run(chosen.track(), chosen.target(), caller)
                    : Upgrade.run(chosen.track(), chosen.target(), upTo, caller));
    return new UpgradeText(chosen, surroundings).moved(result);
  }
}
