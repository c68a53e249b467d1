package shareddb.migrate.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Target;
import shareddb.migrate.role.ApiRole;

/**
 * For what the journal does not record: a schema that is made only to be looked at, a throw-away
 * database, the target of a run that has a row for each of its targets.
 */
public record UnrecordedListener(Duration patience, boolean hasSeenToTheRole)
    implements OperationListener {

  /** For a throw-away database: hears nothing, and nothing is recorded. */
  public static final OperationListener SILENT = new UnrecordedListener(WaitLimits.PATIENCE, false);

  /** For a target of which another part of the tool has made or mended the role already. */
  public static UnrecordedListener withoutRole(Duration patience) {
    return new UnrecordedListener(patience, true);
  }

  public static UnrecordedListener waiting(Duration patience) {
    return new UnrecordedListener(patience, false);
  }

  /**
   * For a copy of a schema: databases share their roles, so that the copy's role is the schema's
   * own, and stays as it is where it exists.
   */
  public static UnrecordedListener leavingTheRole(Target copy) throws SQLException {
    try (Connection connection = copy.admin().connect()) {
      return new UnrecordedListener(
          WaitLimits.PATIENCE, ApiRole.isThere(connection, copy.apiRole()));
    }
  }

  @Override
  public OperationRecorder recorder() {
    return OperationRecorder.UNRECORDED;
  }
}
