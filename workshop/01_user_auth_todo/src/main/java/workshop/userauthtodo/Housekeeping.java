package workshop.userauthtodo;

import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static workshop.userauthtodo.db.Tables.LOGIN_LIMITS;
import static workshop.userauthtodo.db.Tables.LOGIN_PLACES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.types.DayToSecond;
import shareddb.web.Chore;
import shareddb.web.Database;
import workshop.userauthtodo.db.Routines;

/**
 * Clears away what is over, a bounded number of rows at a time: that a row is over is looked at
 * wherever it is used, so nothing depends on when this runs.
 */
final class Housekeeping {

  static final int AT_MOST = 1_000;

  private static final Duration EVERY = Duration.ofMinutes(1);

  /** Whoever has not been somewhere for so long is a stranger there. */
  private static final Duration KNOWN = Duration.ofDays(90);

  private final DSLContext sql;

  Housekeeping(Database database) {
    this.sql = database.sql();
  }

  List<Chore> chores() {
    return List.of(
        new Chore("remove expired sessions", EVERY, this::removeSessions),
        new Chore("remove what counts no more", EVERY, this::removeCounts));
  }

  /** They are of many users: through the door that the migrations have made for this. */
  int removeSessions() {
    return Routines.removeExpiredSessions(sql.configuration(), AT_MOST);
  }

  int removeCounts() {
    Field<Instant> forgotten = currentInstant().sub(val(DayToSecond.valueOf(KNOWN)));
    return remove(LOGIN_LIMITS, LOGIN_LIMITS.BUCKET, LOGIN_LIMITS.ENDS_AT, currentInstant())
        + remove(LOGIN_PLACES, LOGIN_PLACES.PLACE, LOGIN_PLACES.LAST_LOGIN_AT, forgotten);
  }

  /** Two processes that do this at once do not wait for one another. */
  private int remove(
      Table<Record> table, Field<byte[]> key, Field<Instant> moment, Field<Instant> limit) {
    return sql.deleteFrom(table)
        .where(
            key.in(
                select(key)
                    .from(table)
                    .where(moment.le(limit))
                    .orderBy(moment)
                    .limit(AT_MOST)
                    .forUpdate()
                    .skipLocked()))
        .execute();
  }
}
