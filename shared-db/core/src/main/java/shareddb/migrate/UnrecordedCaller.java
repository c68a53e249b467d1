package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import shareddb.settings.WaitLimits;

/**
 * For what the journal does not record: a schema that is made only to be looked at, a throw-away
 * database, the target of a run that has a row for each of its targets.
 */
public record UnrecordedCaller(Duration patience, boolean hasSeenToTheRole) implements Caller {

  /** For a throw-away database: hears nothing, and nothing is recorded. */
  public static final Caller SILENT = new UnrecordedCaller(WaitLimits.PATIENCE, false);

  /** For a target of which another part of the tool has made or mended the role already. */
  public static UnrecordedCaller withoutRole(Duration patience) {
    return new UnrecordedCaller(patience, true);
  }

  public static UnrecordedCaller waiting(Duration patience) {
    return new UnrecordedCaller(patience, false);
  }

  /**
   * For a copy of a schema: databases share their roles, so that the copy's role is the schema's
   * own, and stays as it is where it exists.
   */
  public static UnrecordedCaller leavingTheRole(Target copy) throws SQLException {
    try (Connection connection = copy.admin().connect()) {
      return new UnrecordedCaller(WaitLimits.PATIENCE, ApiRole.isThere(connection, copy.apiRole()));
    }
  }

  @Override
  public OperationRecorder recorder() {
    return OperationRecorder.UNRECORDED;
  }
}
