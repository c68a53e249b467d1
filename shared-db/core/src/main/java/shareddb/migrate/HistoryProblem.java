package shareddb.migrate;

import shareddb.track.Migration;
import shareddb.track.Version;

/** Why a history and the files of its track do not fit together. */
public sealed interface HistoryProblem {

  Version version();

  /** An applied migration was edited: the golden rule of migrations is broken. */
  record Edited(Migration migration, HistoryRow row) implements HistoryProblem {
    @Override
    public Version version() {
      return migration.version();
    }
  }

  /** An applied migration whose file is not there any more. */
  record Missing(Version version, HistoryRow row) implements HistoryProblem {}

  /** A new file with a version below one that is applied already. */
  record OutOfOrder(Migration migration, Version current) implements HistoryProblem {
    @Override
    public Version version() {
      return migration.version();
    }
  }

  /** A migration outside of a transaction that failed half-way. */
  record HalfDone(Version version, HistoryRow row) implements HistoryProblem {}
}
