package workshop.requirementssharedschema;

import static org.jooq.Records.mapping;
import static workshop.requirementssharedschema.db.Tables.PROJECTS;
import static workshop.requirementssharedschema.db.Tables.USERS;
import static workshop.requirementssharedschema.db.Tables.USER_PROJECTS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.SelectOnConditionStep;
import workshop.requirements.Email;
import workshop.requirements.Member;
import workshop.requirements.Members;
import workshop.requirements.Role;
import workshop.requirementssharedschema.db.Routines;

/** All statements about members. */
record MemberQueries(DSLContext sql, long project) implements Members {

  @Override
  public List<Member> list(long after, int limit) {
    return members()
        .where(ofProject())
        .orderBy(USER_PROJECTS.ID)
        .seek(after)
        .limit(limit)
        .fetch(mapping(Member::new));
  }

  @Override
  public Optional<Member> find(long id) {
    return members().where(one(id)).fetchOptional(mapping(Member::new));
  }

  /** The person may be new here: a function of the migrations adds the row in USERS. */
  @Override
  public Optional<Member> add(Email email, Role role) {
    long user = Routines.userOf(sql.configuration(), email.value());
    return sql.insertInto(USER_PROJECTS)
        .set(USER_PROJECTS.USER_ID, user)
        .set(USER_PROJECTS.ROLE, role)
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
    sql.update(USER_PROJECTS).set(USER_PROJECTS.ROLE, role).where(one(id)).execute();
    return find(id);
  }

  @Override
  public boolean remove(long id) {
    return !isLastOwner(id) && sql.deleteFrom(USER_PROJECTS).where(one(id)).execute() > 0;
  }

  /** Locks the project's row first: two owners who remove each other take turns. */
  private boolean isLastOwner(long id) {
    sql.selectOne().from(PROJECTS).where(PROJECTS.ID.eq(project)).forNoKeyUpdate().fetch();
    return sql.select(USER_PROJECTS.ID)
        .from(USER_PROJECTS)
        .where(ofProject(), USER_PROJECTS.ROLE.eq(Role.OWNER))
        .fetch(USER_PROJECTS.ID)
        .equals(List.of(id));
  }

  private SelectOnConditionStep<Record4<Long, String, Role, Instant>> members() {
    return sql.select(USER_PROJECTS.ID, USERS.EMAIL, USER_PROJECTS.ROLE, USER_PROJECTS.CREATED_AT)
        .from(USER_PROJECTS)
        .join(USERS)
        .on(USERS.ID.eq(USER_PROJECTS.USER_ID));
  }

  private Condition one(long id) {
    return ofProject().and(USER_PROJECTS.ID.eq(id));
  }

  private Condition ofProject() {
    return USER_PROJECTS.PROJECT_ID.eq(project);
  }
}
