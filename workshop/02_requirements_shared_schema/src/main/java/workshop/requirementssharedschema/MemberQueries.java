package workshop.requirementssharedschema;

import static workshop.requirementssharedschema.db.Tables.PROJECTS;
import static workshop.requirementssharedschema.db.Tables.USERS;
import static workshop.requirementssharedschema.db.Tables.USER_PROJECTS;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import shareddb.web.PageRequest;
import workshop.requirements.Email;
import workshop.requirements.Member;
import workshop.requirements.Members;
import workshop.requirements.Role;
import workshop.requirementssharedschema.db.Routines;

/** Every statement about members. */
record MemberQueries(DSLContext sql, long project) implements Members {

  @Override
  public List<Member> list(PageRequest<Long> page) {
    return these(USER_PROJECTS.ID.gt(page.after().orElse(0L)))
        .orderBy(USER_PROJECTS.ID)
        .limit(page.rows())
        .fetch(MemberQueries::member);
  }

  @Override
  public Optional<Member> find(long id) {
    return these(USER_PROJECTS.ID.eq(id)).fetchOptional(MemberQueries::member);
  }

  /** The person may be new: through the door that the migrations have made for this. */
  @Override
  public Optional<Member> add(Email email, Role role) {
    long user = Routines.userOf(sql.configuration(), email.value());
    return sql.insertInto(USER_PROJECTS)
        .set(USER_PROJECTS.USER_ID, user)
        .set(USER_PROJECTS.ROLE, role.toString())
        .onConflictDoNothing()
        .returning(USER_PROJECTS.ID)
        .fetchOptional(USER_PROJECTS.ID)
        .flatMap(this::find);
  }

  @Override
  public Optional<Member> change(long id, Role role) {
    if (role != Role.OWNER && isLastOwner(id)) {
      return Optional.empty();
    }
    sql.update(USER_PROJECTS).set(USER_PROJECTS.ROLE, role.toString()).where(one(id)).execute();
    return find(id);
  }

  @Override
  public boolean remove(long id) {
    return !isLastOwner(id) && sql.deleteFrom(USER_PROJECTS).where(one(id)).execute() > 0;
  }

  /** Two owners who put each other out take turns: the project's row is locked for that. */
  private boolean isLastOwner(long id) {
    sql.selectOne().from(PROJECTS).where(PROJECTS.ID.eq(project)).forNoKeyUpdate().fetch();
    List<Long> owners =
        sql.select(USER_PROJECTS.ID)
            .from(USER_PROJECTS)
            .where(ofProject().and(USER_PROJECTS.ROLE.eq(Role.OWNER.toString())))
            .fetch(USER_PROJECTS.ID);
    return owners.equals(List.of(id));
  }

  private SelectConditionStep<? extends Record> these(Condition which) {
    return sql.select(USER_PROJECTS.ID, USERS.EMAIL, USER_PROJECTS.ROLE, USER_PROJECTS.CREATED_AT)
        .from(USER_PROJECTS)
        .join(USERS)
        .on(USERS.ID.eq(USER_PROJECTS.USER_ID))
        .where(DSL.and(ofProject(), which));
  }

  private Condition ofProject() {
    return USER_PROJECTS.PROJECT_ID.eq(project);
  }

  private Condition one(long id) {
    return ofProject().and(USER_PROJECTS.ID.eq(id));
  }

  private static Member member(Record row) {
    return new Member(
        row.get(USER_PROJECTS.ID),
        row.get(USERS.EMAIL),
        Role.of(row.get(USER_PROJECTS.ROLE)),
        row.get(USER_PROJECTS.CREATED_AT));
  }
}
