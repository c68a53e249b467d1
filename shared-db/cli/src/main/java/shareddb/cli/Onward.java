package shareddb.cli;

import java.sql.SQLException;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeTo;
import shareddb.track.Version;

/** From one version of a schema to another, whichever way that is. */
final class Onward {

  private Onward() {}

  static Moved from(Version at, Version wanted, Chosen chosen, Surroundings surroundings)
      throws SQLException {
    int compared = wanted.compareTo(at);
    if (compared > 0) {
      return new SingleUpgrade(wanted, WaitOption.USUAL, chosen, surroundings).run();
    }
    return compared == 0
        ? Moved.stayed(at, "where the snapshot was taken")
        : new DowngradeText(chosen, surroundings)
            .moved(
                // What it drops stays in the snapshot that was just restored.
                Attended.run(
                    "downgrade",
                    chosen,
                    surroundings,
                    caller ->
                        Downgrade.run(
                            chosen.track(),
                            chosen.target(),
                            new DowngradeTo.TheVersion(wanted),
                            caller)));
  }
}
