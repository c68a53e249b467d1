package workshop.requirementssharedschema.relocation;

import static workshop.requirementssharedschema.db.Tables.PROJECTS;

import io.javalin.http.GoneResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import org.jooq.DSLContext;
import shareddb.base.names.SchemaName;
import shareddb.base.names.WriteLockName;
import shareddb.web.doc.Doc;
import workshop.requirements.relocation.WriteLock;
import workshop.requirementssharedschema.db.tables.records.ProjectsRecord;

/** What a relocation adds to requests about a project: it may be on its way, or have moved. */
public final class ProjectRelocation {

  /** The status of a project that is served here. */
  public static final String ACTIVE = "active";

  private static final String MOVED = "moved";

  private ProjectRelocation() {}

  public static Doc document(Doc doc) {
    return doc.problem(410, "The project has moved: the detail names the module that serves it.")
        .problem(503, "The project is moving just now.");
  }

  /** Why this person finds no active project with this id. */
  public static HttpResponseException notServed(DSLContext sql, long id) {
    ProjectsRecord project = sql.selectFrom(PROJECTS).where(PROJECTS.ID.eq(id)).fetchOne();
    if (project == null) {
      return new NotFoundResponse("There is no project " + id + " of yours");
    }
    return project.getStatus().equals(MOVED)
        ? new GoneResponse("The project has moved: " + project.getMovedTo() + " serves it now")
        : WriteLock.moving();
  }

  /** Keeps the project here until the transaction ends. */
  public static void beforeWrite(DSLContext sql, long id) {
    String schema = PROJECTS.getSchema().getName();
    WriteLock.take(sql, WriteLockName.of(new SchemaName(schema), id));
    // A relocation may have ended between the query for the member's role and the lock.
    if (!sql.fetchExists(PROJECTS, PROJECTS.ID.eq(id), PROJECTS.STATUS.eq(ACTIVE))) {
      throw notServed(sql, id);
    }
  }
}
