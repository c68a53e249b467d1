package workshop.requirementsdatabasepertenant;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static workshop.requirementsdatabasepertenant.db.tenant.Tables.PERSON;
import static workshop.requirementsdatabasepertenant.db.tenant.Tables.TENANT_SETTINGS;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import workshop.requirements.Email;
import workshop.requirements.Member;
import workshop.requirements.Members;
import workshop.requirements.Role;

/** The statements about the tenant's people. */
record MemberQueries(DSLContext sql) implements Members {

  Optional<Role> roleOf(Email email) {
    return sql.select(PERSON.ROLE)
        .from(PERSON)
        .where(PERSON.EMAIL.eq(email.value()))
        .fetchOptional(PERSON.ROLE);
  }

  boolean isEmpty() {
    return !sql.fetchExists(PERSON);
  }

  /** The first person of a tenant becomes its owner; nothing if the tenant has a person already. */
  Optional<Role> claim(Email email) {
    lockOwners();
    return sql.insertInto(PERSON, PERSON.EMAIL, PERSON.ROLE)
        .select(
            sql.select(val(email.value()), val(Role.OWNER, PERSON.ROLE))
                .where(notExists(selectOne().from(PERSON))))
        .returning(PERSON.ROLE)
        .fetchOptional(PERSON.ROLE);
  }

  @Override
  public List<Member> list(long after, int limit) {
    return sql.selectFrom(PERSON)
        .orderBy(PERSON.ID)
        .seek(after)
        .limit(limit)
        .fetch(mapping(Member::new));
  }

  @Override
  public Optional<Member> find(long id) {
    return sql.selectFrom(PERSON).where(PERSON.ID.eq(id)).fetchOptional(mapping(Member::new));
  }

  @Override
  public Optional<Member> add(Email email, Role role) {
    return sql.insertInto(PERSON)
        .set(PERSON.EMAIL, email.value())
        .set(PERSON.ROLE, role)
        .onConflictDoNothing()
        .returning()
        .fetchOptional(mapping(Member::new));
  }

  @Override
  public Optional<Member> change(long id, Role role) {
    if (role != Role.OWNER && isOnlyOwner(id)) {
      return Optional.empty();
    }
    return sql.update(PERSON)
        .set(PERSON.ROLE, role)
        .where(PERSON.ID.eq(id))
        .returning()
        .fetchOptional(mapping(Member::new));
  }

  @Override
  public boolean remove(long id) {
    return !isOnlyOwner(id) && sql.deleteFrom(PERSON).where(PERSON.ID.eq(id)).execute() > 0;
  }

  private boolean isOnlyOwner(long id) {
    lockOwners();
    return sql.select(PERSON.ID)
        .from(PERSON)
        .where(PERSON.ROLE.eq(Role.OWNER))
        .fetch(PERSON.ID)
        .equals(List.of(id));
  }

  /**
   * Two owners who remove each other must not both succeed. Each transaction that changes owners
   * locks the tenant's one row of settings, so that the second waits for the first.
   */
  private void lockOwners() {
    sql.selectOne().from(TENANT_SETTINGS).forNoKeyUpdate().fetch();
  }
}
