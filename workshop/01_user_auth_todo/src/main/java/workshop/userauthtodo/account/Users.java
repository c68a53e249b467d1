package workshop.userauthtodo.account;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.val;
import static workshop.userauthtodo.db.Tables.CREDENTIALS_OF;
import static workshop.userauthtodo.db.Tables.SESSIONS;
import static workshop.userauthtodo.db.Tables.USERS;

import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import workshop.userauthtodo.session.OwnRows;
import workshop.userauthtodo.session.SignedIn;

/** The statements about users that need, or change, a password. */
public final class Users {

  private final DSLContext db;
  private final OwnRows rows;

  public Users(DSLContext db, OwnRows rows) {
    this.db = db;
    this.rows = rows;
  }

  /** Does nothing where the email has an account already, and does not tell. */
  void register(Email email, String hash) {
    db.insertInto(USERS)
        .columns(USERS.EMAIL, USERS.PASSWORD_HASH)
        .values(email.value(), hash)
        .onConflictDoNothing()
        .execute();
  }

  /** Before the user is known: by a function that the migrations have made for this. */
  Optional<Credentials> credentials(Email email) {
    return db.select(
            CREDENTIALS_OF.USER_ID,
            val(email.value()),
            CREDENTIALS_OF.PASSWORD_HASH,
            CREDENTIALS_OF.PASSWORD_CHANGED_AT)
        .from(CREDENTIALS_OF.call(email.value()))
        .fetchOptional(mapping(Credentials::new));
  }

  Optional<Credentials> credentials(SignedIn user) {
    return rows.of(
        user.userId(),
        sql ->
            sql.select(USERS.ID, USERS.EMAIL, USERS.PASSWORD_HASH, USERS.PASSWORD_CHANGED_AT)
                .from(USERS)
                .where(USERS.ID.eq(user.userId()))
                .fetchOptional(mapping(Credentials::new)));
  }

  Optional<Me> find(SignedIn user) {
    return rows.of(
        user.userId(),
        sql ->
            sql.select(USERS.ID, USERS.EMAIL, USERS.CREATED_AT, USERS.PASSWORD_CHANGED_AT)
                .from(USERS)
                .where(USERS.ID.eq(user.userId()))
                .fetchOptional(mapping(Me::new)));
  }

  /** Stores the same password in another hash. */
  void rehash(Credentials checked, String hash) {
    rows.of(
        checked.userId(),
        sql -> sql.update(USERS).set(USERS.PASSWORD_HASH, hash).where(isStill(checked)).execute());
  }

  /** Ends all other sessions, too. False where the password was changed meanwhile. */
  boolean changePassword(Credentials checked, SignedIn user, String hash) {
    return rows.of(
        checked.userId(),
        sql -> {
          int changed =
              sql.update(USERS)
                  .set(USERS.PASSWORD_HASH, hash)
                  .set(USERS.PASSWORD_CHANGED_AT, currentInstant())
                  .where(isStill(checked))
                  .execute();
          if (changed > 0) {
            sql.deleteFrom(SESSIONS)
                .where(SESSIONS.USER_ID.eq(user.userId()), SESSIONS.ID.ne(user.sessionId()))
                .execute();
          }
          return changed > 0;
        });
  }

  /** Deletes the account; the foreign keys delete all that belongs to it. */
  boolean delete(Credentials checked) {
    return rows.of(
        checked.userId(), sql -> sql.deleteFrom(USERS).where(isStill(checked)).execute() > 0);
  }

  /** While a password is hashed, another request may change it. */
  private static Condition isStill(Credentials checked) {
    return USERS
        .ID
        .eq(checked.userId())
        .and(USERS.PASSWORD_CHANGED_AT.eq(checked.passwordChangedAt()));
  }
}
