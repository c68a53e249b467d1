package exercise;

import static exercise.db.Tables.GROUPS;
import static exercise.db.Tables.REQUIREMENTS;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
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
    Map<Long, List<Card>> cards =
        db.select(REQUIREMENTS.GROUP_ID, REQUIREMENTS.NUMBER, REQUIREMENTS.TITLE)
            .from(REQUIREMENTS)
            .where(REQUIREMENTS.PROJECT_ID.eq(project), REQUIREMENTS.GROUP_ID.isNotNull())
            .orderBy(REQUIREMENTS.NUMBER)
            .fetchGroups(
                REQUIREMENTS.GROUP_ID,
                card -> new Card(card.get(REQUIREMENTS.NUMBER), card.get(REQUIREMENTS.TITLE)));
    List<Group> groups =
        db.select(GROUPS.ID, GROUPS.NAME)
            .from(GROUPS)
            .where(GROUPS.PROJECT_ID.eq(project))
            .orderBy(GROUPS.NAME)
            .fetch(group -> new Group(group.value2(), cards.getOrDefault(group.value1(), List.of())));
    ctx.json(new Board(groups));
  }
}
