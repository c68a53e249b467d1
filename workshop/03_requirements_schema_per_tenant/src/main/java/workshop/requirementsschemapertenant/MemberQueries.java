package workshop.requirementsschemapertenant;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static workshop.requirementsschemapertenant.db.tenant.Tables.PERSON;
import static workshop.requirementsschemapertenant.db.tenant.Tables.TENANT_SETTINGS;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import workshop.requirements.Email;
import workshop.requirements.Member;
import workshop.requirements.Members;
import workshop.requirements.Role;

/** All statements about members. */
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

  /** The first person of a tenant becomes its owner. Empty where the tenant has a person. */
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
    return sql.selectFrom(PERSON).where(one(id)).fetchOptional(mapping(Member::new));
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
    if (role != Role.OWNER && isLastOwner(id)) {
      return Optional.empty();
    }
    sql.update(PERSON).set(PERSON.ROLE, role).where(one(id)).execute();
    return find(id);
  }

  @Override
  public boolean remove(long id) {
    return !isLastOwner(id) && sql.deleteFrom(PERSON).where(one(id)).execute() > 0;
  }

  private boolean isLastOwner(long id) {
    lockOwners();
    return sql.select(PERSON.ID)
        .from(PERSON)
        .where(PERSON.ROLE.eq(Role.OWNER))
        .fetch(PERSON.ID)
        .equals(List.of(id));
  }

  /** Locks the one row of the settings: two owners who remove each other take turns. */
  private void lockOwners() {
    sql.selectOne().from(TENANT_SETTINGS).forNoKeyUpdate().fetch();
  }

  private static Condition one(long id) {
    return PERSON.ID.eq(id);
  }
}
