package exercise;

import static exercise.db.Tables.GROUPS;
import static exercise.db.Tables.REQUIREMENTS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.select;

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

  /** MULTISET is a query in a column: each group comes with its requirements. */
  private void board(Context ctx) {
    long project = ctx.pathParamAsClass("id", Long.class).get();
    List<Group> groups =
        db.select(
                GROUPS.NAME,
                multiset(
                        select(REQUIREMENTS.NUMBER, REQUIREMENTS.TITLE)
                            .from(REQUIREMENTS)
                            .where(
                                REQUIREMENTS.PROJECT_ID.eq(GROUPS.PROJECT_ID),
                                REQUIREMENTS.GROUP_ID.eq(GROUPS.ID))
                            .orderBy(REQUIREMENTS.NUMBER))
                    .convertFrom(cards -> cards.map(mapping(Card::new))))
            .from(GROUPS)
            .where(GROUPS.PROJECT_ID.eq(project))
            .orderBy(GROUPS.NAME)
            .fetch(mapping(Group::new));
    ctx.json(new Board(groups));
  }
}
