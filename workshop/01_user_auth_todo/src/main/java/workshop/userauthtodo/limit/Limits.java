package workshop.userauthtodo.limit;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static workshop.userauthtodo.db.Tables.LOGIN_LIMITS;
import static workshop.userauthtodo.db.Tables.LOGIN_PLACES;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.types.DayToSecond;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shareddb.web.problem.ProblemType;
import shareddb.web.problem.RetryLater;
import workshop.userauthtodo.session.Token;

/**
 * Refuses a client that tries passwords too often. A try is counted before it is made, so that many
 * at once are all counted; one that succeeds is given back. It treats an account the same whether
 * it exists or not.
 */
public final class Limits {

  /** Tries that were counted: which rows, and for a login from where. */
  public record Attempt(List<byte[]> buckets, String place) {}

  private record Count(int tries, Instant endsAt) {}

  private static final Logger log = LoggerFactory.getLogger(Limits.class);

  private final DSLContext db;
  private final LimitRules rules;

  public Limits(DSLContext db, LimitRules rules) {
    this.db = db;
    this.rules = rules;
  }

  /**
   * An address that this account has been logged in to from has tries of its own, which no other
   * address can use up: so the owner is not locked out. All strangers together have as many. Their
   * address is counted first: an address that is refused uses up no account's tries.
   */
  public Attempt login(String account, String address) {
    String place = "place " + account + " at " + address;
    if (db.fetchExists(LOGIN_PLACES, LOGIN_PLACES.PLACE.eq(Token.sha256(place)))) {
      byte[] known = count(LimitKind.KNOWN_PLACE, place, rules.triesPerAccount(), address);
      return new Attempt(List.of(known), place);
    }
    byte[] stranger = count(LimitKind.ADDRESS, address, rules.triesPerAddress(), address);
    byte[] strangers = count(LimitKind.STRANGERS, account, rules.triesPerAccount(), address);
    return new Attempt(List.of(stranger, strangers), place);
  }

  /** For a user who is signed in and types the password once more. */
  public Attempt confirmation(long userId, String address) {
    String user = String.valueOf(userId);
    return new Attempt(
        List.of(count(LimitKind.CONFIRMATION, user, rules.triesPerAccount(), address)), "");
  }

  /** For a new account. A registration is never given back. */
  public void registration(String address) {
    count(LimitKind.REGISTRATION, address, rules.registrationsPerAddress(), address);
  }

  /** Takes tries back that were not a wrong guess. */
  public void giveBack(Attempt attempt) {
    db.update(LOGIN_LIMITS)
        .set(LOGIN_LIMITS.TRIES, greatest(LOGIN_LIMITS.TRIES.minus(1), val(0)))
        .where(LOGIN_LIMITS.BUCKET.in(attempt.buckets()))
        .execute();
  }

  /** The address is a known place of the account from now on. */
  public void succeeded(Attempt attempt) {
    giveBack(attempt);
    db.insertInto(LOGIN_PLACES)
        .set(LOGIN_PLACES.PLACE, Token.sha256(attempt.place()))
        .onConflict(LOGIN_PLACES.PLACE)
        .doUpdate()
        .set(LOGIN_PLACES.LAST_LOGIN_AT, currentInstant())
        .execute();
  }

  /** Returns the key of the row: a digest, for people type passwords where the email belongs. */
  private byte[] count(LimitKind kind, String of, int allowed, String address) {
    byte[] bucket = Token.sha256(kind + " " + of);
    Count count = count(kind, bucket);
    if (count.tries() == allowed + 1) {
      // Once: a client that goes on must not fill the log.
      log.warn("limit reached: {}, last by {}, until {}", kind, address, count.endsAt());
    }
    if (count.tries() > allowed) {
      throw new RetryLater(
          ProblemType.TOO_MANY_REQUESTS,
          "That was tried too often; nothing was done",
          Duration.between(Instant.now(), count.endsAt()));
    }
    return bucket;
  }

  /** One statement (an "upsert"): two requests at once are counted as two. */
  private Count count(LimitKind kind, byte[] bucket) {
    Field<Instant> end = currentInstant().add(val(DayToSecond.valueOf(rules.window())));
    Condition over = LOGIN_LIMITS.ENDS_AT.le(currentInstant());
    return db.insertInto(LOGIN_LIMITS)
        .set(LOGIN_LIMITS.KIND, kind)
        .set(LOGIN_LIMITS.BUCKET, bucket)
        .set(LOGIN_LIMITS.TRIES, 1)
        .set(LOGIN_LIMITS.ENDS_AT, end)
        .onConflict(LOGIN_LIMITS.BUCKET)
        .doUpdate()
        .set(LOGIN_LIMITS.TRIES, when(over, val(1)).otherwise(LOGIN_LIMITS.TRIES.plus(1)))
        .set(LOGIN_LIMITS.ENDS_AT, when(over, end).otherwise(LOGIN_LIMITS.ENDS_AT))
        .returningResult(LOGIN_LIMITS.TRIES, LOGIN_LIMITS.ENDS_AT)
        .fetchSingle(mapping(Count::new));
  }
}
