package workshop.requirements;

import io.javalin.http.Handler;
import shareddb.web.Api;
import shareddb.web.doc.Doc;

/** Adds routes that are about one project: each begins with its prefix and takes a role. */
public record ProjectRoutes(Api api, Workspaces workspaces) {

  private static final String NO_PROJECT = "There is no such project for this person.";

  public void get(String path, Handler handler, Doc doc) {
    api.get(workspaces.prefix() + path, handler, documented(doc), Role.VIEWER);
  }

  public void post(String path, Role role, Handler handler, Doc doc) {
    api.post(workspaces.prefix() + path, handler, writing(doc), role);
  }

  public void patch(String path, Role role, Handler handler, Doc doc) {
    api.patch(workspaces.prefix() + path, handler, writing(doc), role);
  }

  public void delete(String path, Role role, Handler handler, Doc doc) {
    api.delete(workspaces.prefix() + path, handler, writing(doc), role);
  }

  private Doc writing(Doc doc) {
    return documented(doc).problem(403, "The role of this person is not enough.");
  }

  private Doc documented(Doc doc) {
    return workspaces.document(doc).problem(404, NO_PROJECT);
  }
}
