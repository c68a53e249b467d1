package workshop.userauthtodo;

import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static workshop.userauthtodo.db.Tables.LOGIN_LIMITS;
import static workshop.userauthtodo.db.Tables.LOGIN_PLACES;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.types.DayToSecond;
import shareddb.web.Api;
import shareddb.web.server.PeriodicJob;
import workshop.userauthtodo.db.Routines;

/**
 * Removes rows that are over, a bounded number at a time. Each request looks itself whether a row
 * is over, so nothing depends on when this runs.
 */
record Housekeeping(DSLContext db) {

  static final int AT_MOST = 1_000;

  private static final Duration EVERY = Duration.ofMinutes(1);

  /** An account forgets an address after so long without a login from it. */
  private static final Duration KNOWN = Duration.ofDays(90);

  void addTo(Api api) {
    api.config()
        .registerPlugin(new PeriodicJob("remove expired sessions", EVERY, this::removeSessions));
    api.config()
        .registerPlugin(new PeriodicJob("remove counts that are over", EVERY, this::removeCounts));
  }

  /** They are of many users: by a function that the migrations have made for this. */
  int removeSessions() {
    return Routines.removeExpiredSessions(db.configuration(), AT_MOST);
  }

  int removeCounts() {
    Field<Instant> forgotten = currentInstant().sub(val(DayToSecond.valueOf(KNOWN)));
    return remove(LOGIN_LIMITS, LOGIN_LIMITS.BUCKET, LOGIN_LIMITS.ENDS_AT, currentInstant())
        + remove(LOGIN_PLACES, LOGIN_PLACES.PLACE, LOGIN_PLACES.LAST_LOGIN_AT, forgotten);
  }

  /** SKIP LOCKED: two processes that do this at once do not wait for one another. */
  private int remove(
      Table<? extends Record> table, Field<byte[]> key, Field<Instant> at, Field<Instant> limit) {
    return db.deleteFrom(table)
        .where(
            key.in(
                select(key)
                    .from(table)
                    .where(at.le(limit))
                    .orderBy(at)
                    .limit(AT_MOST)
                    .forUpdate()
                    .skipLocked()))
        .execute();
  }
}
