package exercise;

import static exercise.db.Tables.GROUPS;
import static exercise.db.Tables.REQUIREMENTS;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jooq.DSLContext;

/** The board of a project: its groups, each with its requirements. */
final class BoardApi {

  record Board(List<Group> groups) {}

  record Group(String name, List<Card> @{list}) {}

  record Card(int number, String title) {}

  private final DSLContext db;

  BoardApi(DSLContext db) {
    this.db = db;
  }

  void routes(RoutesConfig routes) {
    routes.get("/projects/{id}/board", this::board);
  }

  private void board(Context ctx) {
    long project = ctx.pathParamAsClass("id", Long.class).get();
    List<Group> groups =
        db
            .select(GROUPS.NAME, REQUIREMENTS.NUMBER, REQUIREMENTS.TITLE)
            .from(GROUPS)
            .join(REQUIREMENTS)
            .on(
                REQUIREMENTS.PROJECT_ID.eq(GROUPS.PROJECT_ID),
                REQUIREMENTS.GROUP_ID.eq(GROUPS.ID))
            .where(GROUPS.PROJECT_ID.eq(project))
            .orderBy(GROUPS.NAME, REQUIREMENTS.NUMBER)
            .fetchGroups(
                GROUPS.NAME, card -> new Card(card.get(REQUIREMENTS.NUMBER), card.get(REQUIREMENTS.TITLE)))
            .entrySet()
            .stream()
            .map(group -> new Group(group.getKey(), group.getValue()))
            .toList();
    ctx.json(new Board(groups));
  }
}
