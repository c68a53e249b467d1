package workshop.userauthtodo;

import static workshop.userauthtodo.db.Tables.CREDENTIALS_OF;
import static workshop.userauthtodo.db.Tables.SESSIONS;
import static workshop.userauthtodo.db.Tables.USERS;

import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import shareddb.web.Database;

/** Every statement about users. */
final class UserQueries {

  private final DSLContext sql;
  private final OwnRows rows;

  UserQueries(Database database, OwnRows rows) {
    this.sql = database.sql();
    this.rows = rows;
  }

  /** Does nothing where the email has an account already, and does not tell. */
  void register(Email email, String hash) {
    sql.insertInto(USERS)
        .columns(USERS.EMAIL, USERS.PASSWORD_HASH)
        .values(email.value(), hash)
        .onConflictDoNothing()
        .execute();
  }

  /** Before anybody is known: through the door that the migrations have made for this. */
  Optional<Credentials> credentials(Email email) {
    return sql.selectFrom(CREDENTIALS_OF.call(email.value()))
        .fetchOptional(
            row ->
                new Credentials(
                    row.get(CREDENTIALS_OF.USER_ID),
                    email,
                    row.get(CREDENTIALS_OF.PASSWORD_HASH),
                    row.get(CREDENTIALS_OF.PASSWORD_CHANGED_AT)));
  }

  Optional<Credentials> credentials(Who who) {
    return rows.of(
        who.userId(),
        own ->
            own.selectFrom(USERS)
                .where(USERS.ID.eq(who.userId()))
                .fetchOptional(
                    row ->
                        new Credentials(
                            who.userId(),
                            new Email(row.get(USERS.EMAIL)),
                            row.get(USERS.PASSWORD_HASH),
                            row.get(USERS.PASSWORD_CHANGED_AT))));
  }

  Optional<Me> find(Who who) {
    return rows.of(
        who.userId(),
        own ->
            own.selectFrom(USERS)
                .where(USERS.ID.eq(who.userId()))
                .fetchOptional(
                    row ->
                        new Me(
                            row.get(USERS.ID),
                            row.get(USERS.EMAIL),
                            row.get(USERS.CREATED_AT),
                            row.get(USERS.PASSWORD_CHANGED_AT))));
  }

  /** The same password in another hash. */
  void rehash(Credentials checked, String hash) {
    rows.of(
        checked.userId(),
        own -> own.update(USERS).set(USERS.PASSWORD_HASH, hash).where(isStill(checked)).execute());
  }

  /** Ends all other sessions with it. False where the password was changed meanwhile. */
  boolean changePassword(Credentials checked, long keptSession, String hash) {
    return rows.of(
        checked.userId(),
        own -> {
          int changed =
              own.update(USERS)
                  .set(USERS.PASSWORD_HASH, hash)
                  .set(USERS.PASSWORD_CHANGED_AT, DSL.currentInstant())
                  .where(isStill(checked))
                  .execute();
          if (changed > 0) {
            own.deleteFrom(SESSIONS)
                .where(SESSIONS.USER_ID.eq(checked.userId()).and(SESSIONS.ID.ne(keptSession)))
                .execute();
          }
          return changed > 0;
        });
  }

  /** With all that belongs to it: the foreign keys see to that. */
  boolean delete(Credentials checked) {
    return rows.of(
        checked.userId(), own -> own.deleteFrom(USERS).where(isStill(checked)).execute() > 0);
  }

  /** Hashing takes its time: somebody may have changed the password in it. */
  static Condition isStill(Credentials checked) {
    return USERS.ID.eq(checked.userId()).and(USERS.PASSWORD_CHANGED_AT.eq(checked.changedAt()));
  }
}
