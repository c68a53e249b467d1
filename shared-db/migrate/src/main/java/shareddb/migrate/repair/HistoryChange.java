package shareddb.migrate.repair;

import shareddb.base.track.Migration;
import shareddb.base.track.Placeholders;
import shareddb.base.track.Target;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.HistorySql;

/** One change of a history. No change runs a script, or touches what scripts have made. */
public sealed interface HistoryChange {

  HistoryRow row();

  /** The SQL of the change. */
  String sql(Target target);

  /** The row of a script that failed or stopped half-way is deleted. */
  record RemoveFailed(HistoryRow row) implements HistoryChange {
    @Override
    public String sql(Target target) {
      return HistorySql.removed(target, row.rank()).sql("0");
    }
  }

  /** A row of type DELETE is added for a script whose file is gone: it does not count any more. */
  record ForgetMissing(HistoryRow row) implements HistoryChange {
    @Override
    public String sql(Target target) {
      return HistorySql.forgotten(target, row);
    }
  }

  /** The row gets the checksum and the description of its file, which was edited or renamed. */
  record TakeFromFile(HistoryRow row, Migration migration) implements HistoryChange {

    /** The checksum of the file, which the row gets. */
    public int checksum(Target target) {
      return Placeholders.checksum(migration, target);
    }

    @Override
    public String sql(Target target) {
      return HistorySql.aligned(target, row.rank(), migration);
    }
  }
}
