package shareddb.migrate.baseline;

import java.util.List;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.StatementError;

/** The result of giving a schema its history. */
public sealed interface BaselineResult {

  /** The migrations up to this version were recorded as applied, and were not run. */
  record Recorded(Version version, List<Migration> migrations) implements BaselineResult {}

  /** The schema has a history already. Nothing was changed. */
  record HasHistory(Version current) implements BaselineResult {}

  /** The connection was lost at COMMIT: either the whole history is there, or nothing. */
  record Unknown(StatementError error) implements BaselineResult {}

  /** Postgres refused a statement or the COMMIT. Nothing was changed. */
  record NotRecorded(StatementError error) implements BaselineResult {}

  /** Another session works on this target. Nothing was changed. */
  record Busy(Blocker holder) implements BaselineResult {}
}
