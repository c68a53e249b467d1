package workshop.requirementssharedschema;

import static workshop.requirementssharedschema.db.Tables.PROJECTS;
import static workshop.requirementssharedschema.db.Tables.USER_PROJECTS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import shareddb.web.Database;
import shareddb.web.PageRequest;
import workshop.requirements.Email;
import workshop.requirements.Role;
import workshop.requirementssharedschema.db.Routines;

/** Every statement about projects as such. */
final class ProjectQueries {

  private final Database database;

  ProjectQueries(Database database) {
    this.database = database;
  }

  /** Those that somebody is a member of, by id. */
  List<Project> list(Email who, PageRequest<Long> page) {
    return database.inTransaction(
        of(who),
        sql ->
            own(sql, PROJECTS.ID.gt(page.after().orElse(0L)))
                .orderBy(PROJECTS.ID)
                .limit(page.rows())
                .fetch(ProjectQueries::project));
  }

  /** Through the door that the migrations have made for this: it has no member yet. */
  Project create(Email who, ProjectName project) {
    return database.inTransaction(
        of(who),
        sql -> {
          long id = Routines.createProject(sql.configuration(), project.name());
          return find(sql, id).orElseThrow();
        });
  }

  static Optional<Project> find(DSLContext sql, long id) {
    return own(sql, PROJECTS.ID.eq(id)).fetchOptional(ProjectQueries::project);
  }

  static void rename(DSLContext sql, long id, ProjectName project) {
    sql.update(PROJECTS).set(PROJECTS.NAME, project.name()).where(PROJECTS.ID.eq(id)).execute();
  }

  private static Map<String, String> of(Email who) {
    return Map.of(SharedSchemaWorkspaces.USER, who.value());
  }

  private static SelectConditionStep<? extends Record> own(DSLContext sql, Condition which) {
    return sql.select(PROJECTS.ID, PROJECTS.NAME, USER_PROJECTS.ROLE, PROJECTS.CREATED_AT)
        .from(PROJECTS)
        .join(USER_PROJECTS)
        .on(USER_PROJECTS.PROJECT_ID.eq(PROJECTS.ID))
        .where(USER_PROJECTS.USER_ID.eq(Routines.currentUserId()))
        .and(PROJECTS.STATUS.eq("active"))
        .and(which);
  }

  private static Project project(Record row) {
    return new Project(
        row.get(PROJECTS.ID),
        row.get(PROJECTS.NAME),
        Role.of(row.get(USER_PROJECTS.ROLE)),
        row.get(PROJECTS.CREATED_AT));
  }
}
