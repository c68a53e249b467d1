package workshop.personaltodo;

import java.util.Optional;
import shareddb.web.Keyset;
import shareddb.web.Param;
import shareddb.web.ParamType;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.Request;
import shareddb.web.Routes;
import workshop.personaltodo.TodoFilter.Deleted;

/** The routes of this module: what is declared here is served, checked and documented. */
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

  private static final String UNKNOWN = "There is no todo of this id.";

  private final TodoQueries queries;

  TodoRoutes(TodoQueries queries) {
    this.queries = queries;
  }

  void declare(Routes routes) {
    routes
        .get("/todos", "List todos, newest first")
        .with(COMPLETED, SEARCH, DELETED)
        .answersPages(
            Todo.class,
            new Keyset<>(Long.class, Todo::id),
            (request, page) -> queries.list(filter(request), page));
    routes
        .post("/todos", "Add a todo")
        .takes(NewTodo.class)
        .creates(Todo.class, todo -> "/todos/" + todo.id(), (request, todo) -> queries.add(todo));
    routes
        .get("/todos/{id}", "Show a todo")
        .notes("One in the bin is shown too: its deleted_at is not null.")
        .with(ID)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .answers(Todo.class, this::find);
    routes
        .patch("/todos/{id}", "Change a todo")
        .notes("A field that is left out stays as it is; null clears the description.")
        .with(ID)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .fails(ProblemType.CONFLICT, "The todo is in the bin: restore it first.")
        .takes(TodoChange.class)
        .answers(Todo.class, this::change);
    routes
        .delete("/todos/{id}", "Put a todo into the bin, or remove it for good")
        .notes("Putting one into the bin again changes nothing.")
        .with(ID, PERMANENT)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .answersNothing(this::delete);
    routes
        .post("/todos/{id}/restore", "Take a todo out of the bin")
        .notes("One that is not in the bin stays as it is.")
        .with(ID)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .answers(Todo.class, this::restore);
  }

  private static TodoFilter filter(Request request) {
    return new TodoFilter(request.get(COMPLETED), request.get(SEARCH), request.get(DELETED));
  }

  private Todo find(Request request) {
    return queries.find(request.get(ID)).orElseThrow(() -> unknown(request));
  }

  private Todo change(Request request, TodoChange change) {
    return queries
        .change(request.get(ID), change)
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
    long id = request.get(ID);
    boolean found = request.get(PERMANENT) ? queries.deleteForGood(id) : queries.delete(id);
    if (!found) {
      throw unknown(request);
    }
  }

  private Todo restore(Request request) {
    return queries.restore(request.get(ID)).orElseThrow(() -> unknown(request));
  }

  private static ProblemException unknown(Request request) {
    return ProblemException.of(ProblemType.NOT_FOUND, "There is no todo " + request.get(ID));
  }
}
