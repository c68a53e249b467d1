package workshop.userauthtodo;

import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.least;
import static workshop.userauthtodo.db.Tables.SESSIONS;
import static workshop.userauthtodo.db.Tables.SESSION_OF;
import static workshop.userauthtodo.db.Tables.USERS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import shareddb.web.Database;
import shareddb.web.PageRequest;

/** Every statement about sessions. */
final class SessionQueries {

  /** A session that was just found by its token. */
  record Found(Who who, Instant expiresAt) {}

  /** How exact last_seen_at is: a write for every request would cost more than it tells. */
  static final Duration EXACTNESS = Duration.ofMinutes(1);

  private final DSLContext sql;
  private final OwnRows rows;
  private final Rules rules;

  SessionQueries(Database database, OwnRows rows, Rules rules) {
    this.sql = database.sql();
    this.rows = rows;
    this.rules = rules;
  }

  /** Nothing where the password that was checked is not the user's any more. */
  Optional<Session> open(Credentials checked, Token token, @Nullable String device) {
    return rows.of(
        checked.userId(),
        own ->
            // Locked until the session is there: then a change of the password ends it too.
            own.selectOne()
                .from(USERS)
                .where(UserQueries.isStill(checked))
                .forShare()
                .fetchOptional()
                .map(still -> insert(own, checked.userId(), token, device)));
  }

  private Session insert(DSLContext own, long userId, Token token, @Nullable String device) {
    return own.insertInto(SESSIONS)
        .set(SESSIONS.USER_ID, userId)
        .set(SESSIONS.TOKEN_HASH, token.hash())
        .set(SESSIONS.DEVICE, device)
        .set(SESSIONS.EXPIRES_AT, in(rules.idle()))
        .set(SESSIONS.ENDS_AT, in(rules.end()))
        .returning()
        .fetchSingle(row -> session(row, 0));
  }

  /** Before anybody is known: through the door that the migrations have made for this. */
  Optional<Found> find(Token token) {
    return sql.selectFrom(SESSION_OF.call(token.hash()))
        .fetchOptional(
            row ->
                new Found(
                    new Who(row.get(SESSION_OF.USER_ID), row.get(SESSION_OF.SESSION_ID)),
                    row.get(SESSION_OF.EXPIRES_AT)));
  }

  /** It was used: so it lives on, until its end. */
  void touch(Who who) {
    rows.of(
        who.userId(),
        own ->
            own.update(SESSIONS)
                .set(SESSIONS.LAST_SEEN_AT, currentInstant())
                .set(SESSIONS.EXPIRES_AT, least(in(rules.idle()), SESSIONS.ENDS_AT))
                .where(SESSIONS.ID.eq(who.sessionId()))
                .and(SESSIONS.LAST_SEEN_AT.le(in(EXACTNESS.negated())))
                .execute());
  }

  /** Newest first, without those that are over and only not yet cleared away. */
  List<Session> list(Who who, PageRequest<Long> page) {
    return rows.of(
        who.userId(),
        own ->
            own.selectFrom(SESSIONS)
                .where(SESSIONS.USER_ID.eq(who.userId()))
                .and(SESSIONS.EXPIRES_AT.gt(currentInstant()))
                .and(SESSIONS.ID.lt(page.after().orElse(Long.MAX_VALUE)))
                .orderBy(SESSIONS.ID.desc())
                .limit(page.rows())
                .fetch(row -> session(row, who.sessionId())));
  }

  boolean revoke(Who who, long id) {
    return rows.of(
        who.userId(),
        own ->
            own.deleteFrom(SESSIONS)
                    .where(SESSIONS.USER_ID.eq(who.userId()).and(SESSIONS.ID.eq(id)))
                    .execute()
                > 0);
  }

  void revokeOthers(Who who) {
    rows.of(
        who.userId(),
        own ->
            own.deleteFrom(SESSIONS)
                .where(SESSIONS.USER_ID.eq(who.userId()).and(SESSIONS.ID.ne(who.sessionId())))
                .execute());
  }

  private static Session session(Record row, long current) {
    return new Session(
        row.get(SESSIONS.ID),
        row.get(SESSIONS.DEVICE),
        row.get(SESSIONS.CREATED_AT),
        row.get(SESSIONS.LAST_SEEN_AT),
        row.get(SESSIONS.EXPIRES_AT),
        row.get(SESSIONS.ID) == current);
  }

  /** By the database's clock, which all processes share. */
  private static Field<Instant> in(Duration duration) {
    return currentInstant().add(DSL.val(DayToSecond.valueOf(duration)));
  }
}
