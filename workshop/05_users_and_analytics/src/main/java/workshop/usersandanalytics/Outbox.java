package workshop.usersandanalytics;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static workshop.usersandanalytics.db.users.Tables.OUTBOX;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;

/** What happened to users and waits to be told. */
final class Outbox {

  static final int CLEARED_AT_ONCE = 5_000;

  /** So long what was delivered can be looked at. */
  static final Duration KEPT = Duration.ofDays(7);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** "05 relay" in ASCII: of several processes the one that holds it delivers. */
  private static final long LOCK = 0x3035_2072_656c_6179L;

  private final DSLContext users;

  Outbox(DSLContext users) {
    this.users = users;
  }

  /**
   * Hands the next ones over and notes what came of them; returns how many. Where this is cut off
   * in between, they are handed over again. No row is looked for behind the last one delivered: a
   * lower id may become visible later, and would be missed.
   */
  int deliver(int atMost, Function<List<Event>, List<Verdict>> recipient) {
    return users.transactionResult(
        transaction -> {
          DSLContext sql = transaction.dsl();
          List<Event> events = isOurs(sql) ? next(sql, atMost) : List.of();
          if (!events.isEmpty()) {
            note(sql, events, recipient.apply(events));
          }
          return events.size();
        });
  }

  Backlog backlog() {
    return users
        .select(count(), min(OUTBOX.HAPPENED_AT), count(OUTBOX.NEXT_TRY_AT))
        .from(OUTBOX)
        .where(OUTBOX.DELIVERED_AT.isNull())
        .fetchSingle(row -> Backlog.of(row.value1(), row.value2(), row.value3()));
  }

  /** Deletes what was delivered long ago; returns how many, never more than a few at a time. */
  int clear() {
    return users
        .deleteFrom(OUTBOX)
        .where(
            OUTBOX.ID.in(
                select(OUTBOX.ID)
                    .from(OUTBOX)
                    .where(OUTBOX.DELIVERED_AT.lt(in(KEPT.negated())))
                    .orderBy(OUTBOX.DELIVERED_AT)
                    .limit(CLEARED_AT_ONCE)
                    .forUpdate()
                    .skipLocked()))
        .execute();
  }

  /** Until the transaction ends. Two that deliver at once would overtake one another. */
  private static boolean isOurs(DSLContext sql) {
    return sql.select(
            function(
                name("pg_catalog", "pg_try_advisory_xact_lock"), SQLDataType.BOOLEAN, inline(LOCK)))
        .fetchSingle(row -> row.value1());
  }

  /** Without those of users of whom one was refused and is not due again. */
  private static List<Event> next(DSLContext sql, int atMost) {
    var refused = OUTBOX.as("refused");
    return sql.select(OUTBOX.EVENT_ID, OUTBOX.REFUSALS, EventJson.FIELD)
        .from(OUTBOX)
        .where(OUTBOX.DELIVERED_AT.isNull())
        .and(
            notExists(
                selectOne()
                    .from(refused)
                    .where(refused.USER_ID.eq(OUTBOX.USER_ID))
                    .and(refused.DELIVERED_AT.isNull())
                    .and(refused.NEXT_TRY_AT.gt(currentInstant()))))
        .orderBy(OUTBOX.ID)
        .limit(atMost)
        .fetch(row -> new Event(row.value1(), row.value2(), row.value3().data()));
  }

  private static void note(DSLContext sql, List<Event> events, List<Verdict> verdicts) {
    Map<UUID, Event> byId = events.stream().collect(Collectors.toMap(Event::id, e -> e));
    UUID[] taken =
        verdicts.stream()
            .filter(Verdict.Taken.class::isInstance)
            .map(Verdict::event)
            .toArray(UUID[]::new);
    sql.update(OUTBOX)
        .set(OUTBOX.DELIVERED_AT, currentInstant())
        .where(OUTBOX.EVENT_ID.eq(any(taken)))
        .execute();
    verdicts.forEach(
        verdict -> {
          if (verdict instanceof Verdict.Refused(UUID event, String why)) {
            refused(sql, Objects.requireNonNull(byId.get(event)), why);
          }
        });
  }

  private static void refused(DSLContext sql, Event event, String why) {
    sql.update(OUTBOX)
        .set(OUTBOX.REFUSALS, event.refusals() + 1)
        .set(OUTBOX.REFUSED_BECAUSE, why)
        .set(OUTBOX.NEXT_TRY_AT, in(pause(event.refusals())))
        .where(OUTBOX.EVENT_ID.eq(event.id()))
        .execute();
  }

  /** Two seconds, four, eight; an hour at most, and then every hour. */
  private static Duration pause(int refusals) {
    Duration pause = Duration.ofSeconds(2L << Math.min(refusals, 20));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private static Field<Instant> in(Duration duration) {
    return currentInstant().add(val(DayToSecond.valueOf(duration)));
  }
}
