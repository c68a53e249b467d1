package workshop.requirementsschemapertenant;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static workshop.requirementsschemapertenant.db.tenant.Tables.PERSON;
import static workshop.requirementsschemapertenant.db.tenant.Tables.TENANT_SETTINGS;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import shareddb.web.PageRequest;
import workshop.requirements.Email;
import workshop.requirements.Member;
import workshop.requirements.Members;
import workshop.requirements.Role;

/** Every statement about the tenant's people. */
record MemberQueries(DSLContext sql) implements Members {

  Optional<Role> roleOf(Email who) {
    return sql.select(PERSON.ROLE)
        .from(PERSON)
        .where(PERSON.EMAIL.eq(who.value()))
        .fetchOptional(row -> Role.of(row.value1()));
  }

  boolean areThere() {
    return sql.fetchExists(PERSON);
  }

  /**
   * A new tenant is nobody's: the first who comes with its key is its owner, and only the first.
   */
  Optional<Role> claim(Email who) {
    takeTurns();
    return sql.insertInto(PERSON, PERSON.EMAIL, PERSON.ROLE)
        .select(
            sql.select(val(who.value()), val(Role.OWNER.toString()))
                .where(notExists(selectOne().from(PERSON))))
        .returning(PERSON.ROLE)
        .fetchOptional(row -> Role.of(row.get(PERSON.ROLE)));
  }

  @Override
  public List<Member> list(PageRequest<Long> page) {
    return sql.selectFrom(PERSON)
        .where(PERSON.ID.gt(page.after().orElse(0L)))
        .orderBy(PERSON.ID)
        .limit(page.rows())
        .fetch(MemberQueries::member);
  }

  @Override
  public Optional<Member> find(long id) {
    return sql.selectFrom(PERSON).where(PERSON.ID.eq(id)).fetchOptional(MemberQueries::member);
  }

  @Override
  public Optional<Member> add(Email email, Role role) {
    return sql.insertInto(PERSON)
        .set(PERSON.EMAIL, email.value())
        .set(PERSON.ROLE, role.toString())
        .onConflictDoNothing()
        .returning()
        .fetchOptional(MemberQueries::member);
  }

  @Override
  public Optional<Member> change(long id, Role role) {
    if (role != Role.OWNER && isLastOwner(id)) {
      return Optional.empty();
    }
    return sql.update(PERSON)
        .set(PERSON.ROLE, role.toString())
        .where(PERSON.ID.eq(id))
        .returning()
        .fetchOptional(MemberQueries::member);
  }

  @Override
  public boolean remove(long id) {
    return !isLastOwner(id) && sql.deleteFrom(PERSON).where(PERSON.ID.eq(id)).execute() > 0;
  }

  /** Two owners who put each other out take turns. */
  private boolean isLastOwner(long id) {
    takeTurns();
    List<Long> owners =
        sql.select(PERSON.ID)
            .from(PERSON)
            .where(PERSON.ROLE.eq(Role.OWNER.toString()))
            .fetch(PERSON.ID);
    return owners.equals(List.of(id));
  }

  /** The one row that each tenant has: whoever decides about owners locks it. */
  private void takeTurns() {
    sql.selectOne().from(TENANT_SETTINGS).forNoKeyUpdate().fetch();
  }

  private static Member member(Record row) {
    return new Member(
        row.get(PERSON.ID),
        row.get(PERSON.EMAIL),
        Role.of(row.get(PERSON.ROLE)),
        row.get(PERSON.CREATED_AT));
  }
}
