package workshop.@package@;

import static org.jooq.Records.mapping;
import static shareddb.web.doc.Doc.doc;
import static workshop.@package@.db.Tables.NOTES;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.jooq.DSLContext;
import shareddb.web.Api;
import shareddb.web.doc.Page;

/** The notes' API: plain Javalin handlers over plain jOOQ. */
final class NoteApi {

  private static final String UNKNOWN = "There is no such note.";

  private final DSLContext db;

  NoteApi(DSLContext db) {
    this.db = db;
  }

  void routes(Api api) {
    api.get(
        "/notes", this::list, doc("List notes, newest first").answersPages(Note.class, Long.class));
    api.post("/notes", this::add, doc("Add a note").takes(NewNote.EXAMPLE).creates(Note.class));
    api.get(
        "/notes/{id}",
        this::show,
        doc("Show a note").path("id", Long.class).answers(Note.class).problem(404, UNKNOWN));
    api.delete(
        "/notes/{id}",
        this::delete,
        doc("Remove a note for good").path("id", Long.class).problem(404, UNKNOWN));
  }

  /** Pages by key: {@code seek} begins behind the last id of the page before. */
  private void list(Context ctx) {
    long before = ctx.queryParamAsClass("cursor", Long.class).getOrDefault(Long.MAX_VALUE);
    List<Note> notes =
        db.selectFrom(NOTES)
            .orderBy(NOTES.ID.desc())
            .seek(before)
            .limit(Page.limit(ctx) + 1)
            .fetch(mapping(Note::new));
    ctx.json(Page.of(ctx, notes, Note::id));
  }

  private void add(Context ctx) {
    NewNote note = ctx.bodyAsClass(NewNote.class);
    Note added =
        db.insertInto(NOTES)
            .set(NOTES.BODY, note.body())
            .returning()
            .fetchSingle(mapping(Note::new));
    ctx.status(HttpStatus.CREATED)
        .header(Header.LOCATION, ctx.path() + "/" + added.id())
        .json(added);
  }

  private void show(Context ctx) {
    long id = id(ctx);
    ctx.json(
        db.selectFrom(NOTES)
            .where(NOTES.ID.eq(id))
            .fetchOptional(mapping(Note::new))
            .orElseThrow(() -> unknown(id)));
  }

  private void delete(Context ctx) {
    long id = id(ctx);
    if (db.deleteFrom(NOTES).where(NOTES.ID.eq(id)).execute() == 0) {
      throw unknown(id);
    }
    ctx.status(HttpStatus.NO_CONTENT);
  }

  private static long id(Context ctx) {
    return ctx.pathParamAsClass("id", Long.class).get();
  }

  private static NotFoundResponse unknown(long id) {
    return new NotFoundResponse("There is no note " + id);
  }
}
