package workshop.requirements;

import io.javalin.http.Context;
import java.util.function.Consumer;
import java.util.function.Function;
import shareddb.web.doc.Doc;

/**
 * What each module does in its own way: it finds the project that a request is about, and opens a
 * transaction that sees the rows of this project alone.
 */
public interface Workspaces {

  /** The beginning of each route: {@code /projects/{project_id}}, or nothing. */
  String prefix();

  /** Adds what holds for every route in a project: path parameters, sign-in, problems. */
  Doc document(Doc doc);

  /** Identifies the project of a request, for limits: equal for two requests about one project. */
  Object project(Context ctx);

  /** Identifies the person, for limits: across projects where one person can be in several. */
  default Object person(Context ctx) {
    return project(ctx);
  }

  /**
   * Runs the work in one transaction, as the person who sends the request. Answers 404 where this
   * person is no member of the project, and 403 where the member's role is less than the route's.
   */
  <T> T open(Context ctx, Function<Workspace, T> work);

  /** The same for work without a result. */
  default void run(Context ctx, Consumer<Workspace> work) {
    open(
        ctx,
        project -> {
          work.accept(project);
          return true;
        });
  }
}
