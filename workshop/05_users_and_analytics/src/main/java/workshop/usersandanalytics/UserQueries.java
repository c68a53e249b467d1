package workshop.usersandanalytics;

import static workshop.usersandanalytics.db.users.Tables.USERS;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.IntegrityConstraintViolationException;
import shareddb.web.Database;
import shareddb.web.PageRequest;

/** Every statement about users. That each is told of is the database's doing: see V2 and V3. */
final class UserQueries {

  private final DSLContext sql;

  UserQueries(Database users) {
    sql = users.sql();
  }

  /** Newest first. */
  List<User> list(PageRequest<Long> page) {
    return sql.selectFrom(USERS)
        .where(USERS.ID.lt(page.after().orElse(Long.MAX_VALUE)))
        .orderBy(USERS.ID.desc())
        .limit(page.rows())
        .fetch(UserQueries::user);
  }

  Optional<User> find(long id) {
    return sql.selectFrom(USERS).where(USERS.ID.eq(id)).fetchOptional(UserQueries::user);
  }

  /** Nothing where somebody has this email. */
  Optional<User> signUp(Email email) {
    return sql.insertInto(USERS)
        .set(USERS.EMAIL, email.value())
        .onConflictDoNothing()
        .returning()
        .fetchOptional(UserQueries::user);
  }

  /** What came of a change. */
  sealed interface Changed {
    record Done(User user) implements Changed {}

    record Unknown() implements Changed {}

    record Taken() implements Changed {}
  }

  Changed change(long id, Email email) {
    return unlessTaken(
        () ->
            sql.update(USERS)
                .set(USERS.EMAIL, email.value())
                .where(USERS.ID.eq(id))
                .returning()
                .fetchOptional(UserQueries::user)
                .<Changed>map(Changed.Done::new)
                .orElseGet(Changed.Unknown::new));
  }

  boolean leave(long id) {
    return sql.deleteFrom(USERS).where(USERS.ID.eq(id)).execute() > 0;
  }

  private static Changed unlessTaken(Supplier<Changed> change) {
    try {
      return change.get();
    } catch (IntegrityConstraintViolationException e) {
      return new Changed.Taken();
    }
  }

  private static User user(Record row) {
    return new User(row.get(USERS.ID), row.get(USERS.EMAIL), row.get(USERS.CREATED_AT));
  }
}
