package workshop.userauthtodo;

import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static workshop.userauthtodo.db.Tables.LOGIN_LIMITS;
import static workshop.userauthtodo.db.Tables.LOGIN_PLACES;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.types.DayToSecond;
import shareddb.web.Database;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;

/**
 * Holds off whoever tries too often. A try is counted before it is made, so that many at once are
 * not one; what was no wrong guess is given back. An account is the same to it whether it exists.
 */
final class Limits {

  /** A try that was counted. */
  record Attempt(List<byte[]> buckets, String place) {}

  /** What there were so many of, and until when they are counted together. */
  private record Count(int tries, Instant endsAt) {}

  private final Database database;
  private final Rules rules;

  Limits(Database database, Rules rules) {
    this.database = database;
    this.rules = rules;
  }

  /**
   * A place that somebody has logged in to this account from has tries of its own, which nobody
   * elsewhere can use up: so an owner is not locked out. Strangers have them all together, and
   * before that all from their address: one that is held off uses up no account's tries.
   */
  Attempt login(String account, String address) {
    String place = "place " + account + " at " + address;
    return database.inTransaction(
        sql -> {
          List<byte[]> buckets = new ArrayList<>();
          if (isKnown(sql, place)) {
            count(sql, buckets, Token.sha256(place), rules.triesPerAccount());
          } else {
            count(sql, buckets, Token.sha256("address " + address), rules.triesPerAddress());
            byte[] strangers = Token.sha256("strangers at " + account);
            count(sql, buckets, strangers, rules.triesPerAccount());
          }
          return new Attempt(List.copyOf(buckets), place);
        });
  }

  /** For those who are logged in and type their password once more. */
  Attempt confirmation(long userId) {
    byte[] bucket = Token.sha256("confirmations of " + userId);
    return database.inTransaction(
        sql -> {
          count(sql, new ArrayList<>(), bucket, rules.triesPerAccount());
          return new Attempt(List.of(bucket), "");
        });
  }

  void registration(String address) {
    database.inTransaction(
        sql -> {
          byte[] bucket = Token.sha256("registrations from " + address);
          count(sql, new ArrayList<>(), bucket, rules.registrationsPerAddress());
          return bucket;
        });
  }

  /** It was not a wrong guess. */
  void giveBack(Attempt attempt) {
    database
        .sql()
        .update(LOGIN_LIMITS)
        .set(LOGIN_LIMITS.TRIES, greatest(LOGIN_LIMITS.TRIES.minus(1), val(0)))
        .where(LOGIN_LIMITS.BUCKET.in(attempt.buckets()))
        .execute();
  }

  /** The place is known from now on. */
  void succeeded(Attempt attempt) {
    giveBack(attempt);
    database
        .sql()
        .insertInto(LOGIN_PLACES)
        .set(LOGIN_PLACES.PLACE, Token.sha256(attempt.place()))
        .onConflict(LOGIN_PLACES.PLACE)
        .doUpdate()
        .set(LOGIN_PLACES.LAST_LOGIN_AT, currentInstant())
        .execute();
  }

  private static boolean isKnown(DSLContext sql, String place) {
    return sql.fetchExists(LOGIN_PLACES, LOGIN_PLACES.PLACE.eq(Token.sha256(place)));
  }

  private void count(DSLContext sql, List<byte[]> counted, byte[] bucket, int allowed) {
    Count count = count(sql, bucket);
    counted.add(bucket);
    if (count.tries() > allowed) {
      throw tooOften(Duration.between(Instant.now(), count.endsAt()));
    }
  }

  private Count count(DSLContext sql, byte[] bucket) {
    Field<Instant> end = currentInstant().add(val(DayToSecond.valueOf(rules.window())));
    Condition over = LOGIN_LIMITS.ENDS_AT.le(currentInstant());
    return sql.insertInto(LOGIN_LIMITS)
        .set(LOGIN_LIMITS.BUCKET, bucket)
        .set(LOGIN_LIMITS.TRIES, 1)
        .set(LOGIN_LIMITS.ENDS_AT, end)
        .onConflict(LOGIN_LIMITS.BUCKET)
        .doUpdate()
        .set(LOGIN_LIMITS.TRIES, when(over, val(1)).otherwise(LOGIN_LIMITS.TRIES.plus(1)))
        .set(LOGIN_LIMITS.ENDS_AT, when(over, end).otherwise(LOGIN_LIMITS.ENDS_AT))
        .returning()
        .fetchSingle(row -> new Count(row.get(LOGIN_LIMITS.TRIES), row.get(LOGIN_LIMITS.ENDS_AT)));
  }

  private static ProblemException tooOften(Duration pause) {
    return ProblemException.retryAfter(
        ProblemType.TOO_MANY_REQUESTS, "That was tried too often; nothing was done", pause);
  }
}
