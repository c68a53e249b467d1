package workshop.@package@;

import static workshop.@package@.db.Tables.NOTES;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import shareddb.web.Database;
import shareddb.web.PageRequest;
import shareddb.web.Row;

/** Every statement of this module. Each is one transaction by itself. */
final class NoteQueries {

  private final Database database;
  private final DSLContext sql;

  NoteQueries(Database database) {
    this.database = database;
    this.sql = database.sql();
  }

  /** Newest first. The key is the id: it grows with every note, and an index has it in order. */
  List<Note> list(PageRequest<Long> page) {
    return fetch(
        sql.selectFrom(NOTES)
            .where(NOTES.ID.lt(page.after().orElse(Long.MAX_VALUE)))
            .orderBy(NOTES.ID.desc())
            .limit(page.rows()));
  }

  Optional<Note> find(long id) {
    return fetch(sql.selectFrom(NOTES).where(NOTES.ID.eq(id))).stream().findFirst();
  }

  Note add(NewNote note) {
    return fetch(sql.insertInto(NOTES).set(NOTES.BODY, note.body()).returning()).getFirst();
  }

  boolean delete(long id) {
    return sql.deleteFrom(NOTES).where(NOTES.ID.eq(id)).execute() > 0;
  }

  private List<Note> fetch(ResultQuery<?> query) {
    return database.fetch(query, NoteQueries::note);
  }

  private static Note note(Row row) {
    return new Note(row.get(NOTES.ID), row.get(NOTES.BODY), row.get(NOTES.CREATED_AT));
  }
}
