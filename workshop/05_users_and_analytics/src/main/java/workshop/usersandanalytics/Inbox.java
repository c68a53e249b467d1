package workshop.usersandanalytics;

import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static workshop.usersandanalytics.db.analytics.Tables.SEEN_EVENTS;
import static workshop.usersandanalytics.db.analytics.Tables.TAKE_EVENTS;

import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.types.DayToSecond;

/** Where events arrive in analytics: in one transaction they are known, and counted. */
final class Inbox {

  static final int FORGOTTEN_AT_ONCE = 5_000;

  /** Longer than the outbox keeps what it has delivered: what is not there cannot come again. */
  static final Duration REMEMBERED = Duration.ofDays(30);

  private final DSLContext sql;

  Inbox(DSLContext analytics) {
    sql = analytics;
  }

  /** In the order in which they are given; one statement, so one transaction. */
  List<Verdict> take(List<Event> events) {
    String all = events.stream().map(Event::json).collect(joining(",", "[", "]"));
    return sql.selectFrom(TAKE_EVENTS.call(JSONB.valueOf(all))).fetch(Inbox::verdict);
  }

  /** Returns how many; never more than a few at a time. */
  int forget() {
    return sql.deleteFrom(SEEN_EVENTS)
        .where(
            SEEN_EVENTS.EVENT_ID.in(
                select(SEEN_EVENTS.EVENT_ID)
                    .from(SEEN_EVENTS)
                    .where(
                        SEEN_EVENTS.SEEN_AT.lt(
                            currentInstant().sub(val(DayToSecond.valueOf(REMEMBERED)))))
                    .orderBy(SEEN_EVENTS.SEEN_AT)
                    .limit(FORGOTTEN_AT_ONCE)))
        .execute();
  }

  private static Verdict verdict(Record row) {
    String why = row.get(TAKE_EVENTS.REFUSED_BECAUSE);
    return why == null
        ? new Verdict.Taken(row.get(TAKE_EVENTS.EVENT_ID))
        : new Verdict.Refused(row.get(TAKE_EVENTS.EVENT_ID), why);
  }
}
