package shareddb.migrate.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Target;
import shareddb.migrate.role.ApiRole;

/**
 * A caller whose operations are not recorded in the journal. It is for a schema that is made only
 * to be read, for a throw-away database, and for a target of a run, which has its own row in the
 * run.
 */
public record UnrecordedListener(Duration patience, boolean hasSeenToTheRole)
    implements OperationListener {

  /** For a throw-away database: ignores all messages and records nothing. */
  public static final OperationListener SILENT = new UnrecordedListener(WaitLimits.PATIENCE, false);

  /** For a target whose role another part of the tool has already created or repaired. */
  public static UnrecordedListener withoutRole(Duration patience) {
    return new UnrecordedListener(patience, true);
  }

  public static UnrecordedListener waiting(Duration patience) {
    return new UnrecordedListener(patience, false);
  }

  /**
   * For a copy of a schema. Roles belong to the server, so the copy uses the role of the original
   * schema. An existing role stays as it is.
   */
  public static UnrecordedListener leavingTheRole(Target copy) throws SQLException {
    try (Connection connection = copy.admin().reading().connect()) {
      return new UnrecordedListener(
          WaitLimits.PATIENCE, ApiRole.isThere(connection, copy.apiRole()));
    }
  }

  @Override
  public OperationRecorder recorder() {
    return OperationRecorder.UNRECORDED;
  }
}
