package shareddb.diagram;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.diagram.reading.SchemaReading;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.postgres.server.ScratchDatabase;

/** What a track makes, read from a scratch database. */
sealed interface ReferenceSchema {

  /** The schema as it was at each of the versions. */
  record Made(List<SchemaReading> readings) implements ReferenceSchema {}

  /** A migration failed. */
  record NotMade(UpgradeResult result) implements ReferenceSchema {}

  /** Applies the track up to each of the versions, in order, and reads what that makes. */
  static ReferenceSchema of(Track track, Target target, Version... versions) throws SQLException {
    List<SchemaReading> readings = new ArrayList<>();
    try (ScratchDatabase scratch = ScratchDatabase.on(target.admin())) {
      Target made = target.in(scratch.login());
      for (Version version : versions) {
        if (!version.equals(Version.NONE)) {
          UpgradeResult result =
              Upgrade.run(track, made, version, UnrecordedListener.leavingTheRole(made));
          if (!(result instanceof UpgradeResult.Upgraded
              || result instanceof UpgradeResult.UpToDate)) {
            return new NotMade(result);
          }
        }
        readings.add(read(made));
      }
    }
    return new Made(readings);
  }

  /** Reads a schema as it is. */
  static SchemaReading read(Target target) throws SQLException {
    try (Connection connection = target.admin().reading().connect()) {
      return SchemaReading.of(connection, target.schema());
    }
  }
}
