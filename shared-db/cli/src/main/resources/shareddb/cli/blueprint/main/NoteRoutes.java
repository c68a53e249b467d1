package workshop.@package@;

import shareddb.web.Keyset;
import shareddb.web.Param;
import shareddb.web.ParamType;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.Request;
import shareddb.web.Routes;

/** The routes of this module: what is declared here is served, checked and documented. */
final class NoteRoutes {

  private static final Param<Long> ID = Param.path("id", ParamType.id(), "Which note.");

  private static final String UNKNOWN = "There is no note of this id.";

  private final NoteQueries queries;

  NoteRoutes(NoteQueries queries) {
    this.queries = queries;
  }

  void declare(Routes routes) {
    routes
        .get("/notes", "List notes, newest first")
        .answersPages(
            Note.class, new Keyset<>(Long.class, Note::id), (request, page) -> queries.list(page));
    routes
        .post("/notes", "Add a note")
        .takes(NewNote.class)
        .creates(Note.class, note -> "/notes/" + note.id(), (request, note) -> queries.add(note));
    routes
        .get("/notes/{id}", "Show a note")
        .with(ID)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .answers(Note.class, this::find);
    routes
        .delete("/notes/{id}", "Remove a note for good")
        .with(ID)
        .fails(ProblemType.NOT_FOUND, UNKNOWN)
        .answersNothing(this::delete);
  }

  private Note find(Request request) {
    return queries.find(request.get(ID)).orElseThrow(() -> unknown(request));
  }

  private void delete(Request request) {
    if (!queries.delete(request.get(ID))) {
      throw unknown(request);
    }
  }

  private static ProblemException unknown(Request request) {
    return ProblemException.of(ProblemType.NOT_FOUND, "There is no note " + request.get(ID));
  }
}
