package workshop.userauthtodo.session;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static workshop.userauthtodo.db.Tables.SESSIONS;
import static workshop.userauthtodo.db.Tables.SESSION_OF;
import static workshop.userauthtodo.db.Tables.USERS;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;

/** Begins, finds, prolongs and ends sessions. */
public final class Sessions {

  /** A session that was just begun. */
  public record Opened(long id, Instant expiresAt) {}

  private record Found(long sessionId, long userId, Instant expiresAt) {}

  /** How exact last_seen_at is: a write for every request would cost more than it tells. */
  private static final Duration EXACTNESS = Duration.ofMinutes(1);

  private final DSLContext db;
  private final OwnRows rows;
  private final SessionRules rules;

  public Sessions(DSLContext db, OwnRows rows, SessionRules rules) {
    this.db = db;
    this.rows = rows;
    this.rules = rules;
  }

  /**
   * Begins a session, and ends the oldest ones beyond the most that an account has. Empty where the
   * password that was checked is not the user's any more.
   */
  public Optional<Opened> open(
      long userId, Instant passwordChangedAt, Token token, @Nullable String device) {
    return rows.of(
        userId,
        sql -> {
          // Locks the user's row until the session is there: a change of the password waits, and
          // ends this session too; another login waits, and counts it.
          boolean isStill =
              sql.selectOne()
                  .from(USERS)
                  .where(USERS.ID.eq(userId), USERS.PASSWORD_CHANGED_AT.eq(passwordChangedAt))
                  .forNoKeyUpdate()
                  .fetchOptional()
                  .isPresent();
          if (!isStill) {
            return Optional.empty();
          }
          Opened opened = insert(sql, userId, token, device);
          endOldest(sql, userId);
          return Optional.of(opened);
        });
  }

  /** Before the user is known: by a function that the migrations have made for this. */
  Optional<SignedIn> find(Token token) {
    return db.select(SESSION_OF.SESSION_ID, SESSION_OF.USER_ID, SESSION_OF.EXPIRES_AT)
        .from(SESSION_OF.call(token.hash()))
        .fetchOptional(mapping(Found::new))
        .map(this::used);
  }

  public void end(SignedIn user) {
    rows.of(
        user.userId(),
        sql -> sql.deleteFrom(SESSIONS).where(SESSIONS.ID.eq(user.sessionId())).execute());
  }

  private Opened insert(DSLContext sql, long userId, Token token, @Nullable String device) {
    return sql.insertInto(SESSIONS)
        .set(SESSIONS.USER_ID, userId)
        .set(SESSIONS.TOKEN_HASH, token.hash())
        .set(SESSIONS.DEVICE, device)
        .set(SESSIONS.EXPIRES_AT, in(rules.idle()))
        .set(SESSIONS.ENDS_AT, in(rules.end()))
        .returningResult(SESSIONS.ID, SESSIONS.EXPIRES_AT)
        .fetchSingle(mapping(Opened::new));
  }

  private void endOldest(DSLContext sql, long userId) {
    sql.deleteFrom(SESSIONS)
        .where(
            SESSIONS.USER_ID.eq(userId),
            SESSIONS.ID.notIn(
                select(SESSIONS.ID)
                    .from(SESSIONS)
                    .where(SESSIONS.USER_ID.eq(userId))
                    .orderBy(SESSIONS.ID.desc())
                    .limit(rules.most())))
        .execute();
  }

  /** Its expiry tells when it was last prolonged: that is done once a minute, not each time. */
  private SignedIn used(Found found) {
    SignedIn user = new SignedIn(found.userId(), found.sessionId());
    Duration left = Duration.between(Instant.now(), found.expiresAt());
    if (left.compareTo(rules.idle().minus(EXACTNESS)) < 0) {
      prolong(user);
    }
    return user;
  }

  private void prolong(SignedIn user) {
    rows.of(
        user.userId(),
        sql ->
            sql.update(SESSIONS)
                .set(SESSIONS.LAST_SEEN_AT, currentInstant())
                .set(SESSIONS.EXPIRES_AT, least(in(rules.idle()), SESSIONS.ENDS_AT))
                .where(
                    SESSIONS.ID.eq(user.sessionId()),
                    SESSIONS.LAST_SEEN_AT.le(in(EXACTNESS.negated())))
                .execute());
  }

  /** By the database's clock, which all processes share. */
  private static Field<Instant> in(Duration duration) {
    return currentInstant().add(val(DayToSecond.valueOf(duration)));
  }
}
