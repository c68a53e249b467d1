package workshop.userauthtodo;

import java.util.Optional;
import shareddb.web.Keyset;
import shareddb.web.Param;
import shareddb.web.ParamType;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.Request;
import shareddb.web.Routes;
import workshop.userauthtodo.TodoFilter.Deleted;

/** The routes of todos: a list of things to do, each user's own. */
final class TodoRoutes {

  private static final int MAX_SEARCH = 200;

  private static final Param<Long> ID = Param.path("id", ParamType.id(), "Which todo.");

  private static final Param<Optional<Boolean>> COMPLETED =
      Param.query("completed", ParamType.bool(), "Only those that are done, or only those not.");

  private static final Param<Optional<String>> SEARCH =
      Param.query(
          "search",
          ParamType.text(MAX_SEARCH),
          "Only those with this in the title or the description, in upper or lower case.");

  private static final Param<Deleted> DELETED =
      Param.query(
          "deleted",
          ParamType.oneOf(Deleted.class),
          "Only those in use, only those in the bin, or all.",
          Deleted.FALSE);

  private static final Param<Boolean> PERMANENT =
      Param.query("permanent", ParamType.bool(), "Whether to remove it for good.", false);

  private static final String UNKNOWN = "There is no todo of mine of this id.";

  private final TodoQueries queries;
  private final SessionGuard guard;

  TodoRoutes(TodoQueries queries, SessionGuard guard) {
    this.queries = queries;
    this.guard = guard;
  }

  void declare(Routes routes) {
    routes
        .get("/todos", "List my todos, newest first")
        .guardedBy(guard)
        .with(COMPLETED, SEARCH, DELETED)
        .answersPages(
            Todo.class,
            new Keyset<>(Long.class, Todo::id),
            (request, page) -> queries.list(request.get(guard), filter(request), page));
    routes
        .post("/todos", "Add a todo")
        .guardedBy(guard)
        .fails(ProblemType.FORBIDDEN, SessionGuard.FOREIGN_PAGE)
        .takes(NewTodo.class)
        .creates(
            Todo.class,
            todo -> "/todos/" + todo.id(),
            (request, todo) -> queries.add(request.get(guard), todo));
    routes
        .get("/todos/{id}", "Show a todo")
        .guardedBy(guard)
        .notes("One in the bin is shown too: its deleted_at is not null.")
        .with(ID)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .answers(Todo.class, this::find);
    routes
        .patch("/todos/{id}", "Change a todo")
        .guardedBy(guard)
        .fails(ProblemType.FORBIDDEN, SessionGuard.FOREIGN_PAGE)
        .notes("A field that is left out stays as it is; null clears the description.")
        .with(ID)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .fails(ProblemType.CONFLICT, "The todo is in the bin: restore it first.")
        .takes(TodoChange.class)
        .answers(Todo.class, this::change);
    routes
        .delete("/todos/{id}", "Put a todo into the bin, or remove it for good")
        .guardedBy(guard)
        .fails(ProblemType.FORBIDDEN, SessionGuard.FOREIGN_PAGE)
        .notes("Putting one into the bin again changes nothing.")
        .with(ID, PERMANENT)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .answersNothing(this::delete);
    routes
        .post("/todos/{id}/restore", "Take a todo out of the bin")
        .guardedBy(guard)
        .fails(ProblemType.FORBIDDEN, SessionGuard.FOREIGN_PAGE)
        .notes("One that is not in the bin stays as it is.")
        .with(ID)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .answers(Todo.class, this::restore);
  }

  private static TodoFilter filter(Request request) {
    return new TodoFilter(request.get(COMPLETED), request.get(SEARCH), request.get(DELETED));
  }

  private Todo find(Request request) {
    return queries.find(request.get(guard), request.get(ID)).orElseThrow(() -> unknown(request));
  }

  private Todo change(Request request, TodoChange change) {
    return queries
        .change(request.get(guard), request.get(ID), change)
        .orElseThrow(
            () -> {
              // Not changed: then it is not there, or it is in the bin.
              Todo todo = find(request);
              return ProblemException.of(
                  ProblemType.CONFLICT,
                  "Todo " + todo.id() + " is in the bin; POST to its /restore first");
            });
  }

  private void delete(Request request) {
    Who who = request.get(guard);
    long id = request.get(ID);
    boolean found =
        request.get(PERMANENT) ? queries.deleteForGood(who, id) : queries.delete(who, id);
    if (!found) {
      throw unknown(request);
    }
  }

  private Todo restore(Request request) {
    return queries.restore(request.get(guard), request.get(ID)).orElseThrow(() -> unknown(request));
  }

  private static ProblemException unknown(Request request) {
    return ProblemException.of(
        ProblemType.NOT_FOUND, "There is no todo " + request.get(ID) + " of yours");
  }
}
