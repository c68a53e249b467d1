package shareddb.migrate.history;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shareddb.base.names.SchemaName;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.lock.LockRetries;

/** Another session keeps a history locked, so the tool cannot read the state of the target. */
public final class LockedHistory extends SQLException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Blocker blocker;

  LockedHistory(SchemaName schema, Optional<Blocker> blocker, SQLException cause) {
    super(
        "the history of "
            + schema.quoted()
            + " cannot be read: "
            + blocker.map(Blocker::holdsALock).orElse("another session held a lock"),
        LockRetries.LOCK_NOT_AVAILABLE,
        cause);
    this.blocker = blocker.orElse(null);
  }

  /** The session that holds the lock, if it was still there. */
  public Optional<Blocker> blocker() {
    return Optional.ofNullable(blocker);
  }
}
