package exercise;

import static exercise.db.Tables.CELL_HISTORY;
import static exercise.db.Tables.REQUIREMENTS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Requirements of one tenant, and who changed them. */
final class RequirementApi {

  record NewTitle(String title) {}

  record Person(String person) {}

  record Change(String field, String changed_by) {}

  record History(List<Change> changes) {}

  private final DSLContext db;

  RequirementApi(DSLContext db) {
    this.db = db;
  }

  void routes(RoutesConfig routes) {
    routes.post("/requirements/{number}/rename", this::rename);
    routes.post("/requirements/{number}/reject", this::reject);
    routes.get("/requirements/{number}/history", this::history);
    routes.get("/me", this::me);
  }

  private void rename(Context ctx) {
    String title = ctx.bodyAsClass(NewTitle.class).title();
    asPerson(
        ctx,
        sql ->
            sql.update(REQUIREMENTS)
                .set(REQUIREMENTS.TITLE, title)
                .where(REQUIREMENTS.NUMBER.eq(number(ctx)))
                .execute());
  }

  private void reject(Context ctx) {
    asPerson(
        ctx,
        sql ->
            sql.update(REQUIREMENTS)
                .set(REQUIREMENTS.STATUS, "rejected")
                .where(REQUIREMENTS.NUMBER.eq(number(ctx)))
                .execute());
  }

  private void history(Context ctx) {
    ctx.json(
        new History(
            db.select(CELL_HISTORY.FIELD, CELL_HISTORY.CHANGED_BY)
                .from(CELL_HISTORY)
                .join(REQUIREMENTS)
                .on(REQUIREMENTS.ID.eq(CELL_HISTORY.REQUIREMENT_ID))
                .where(REQUIREMENTS.NUMBER.eq(number(ctx)))
                .orderBy(CELL_HISTORY.ID)
                .fetch(mapping(Change::new))));
  }

  private void me(Context ctx) {
    ctx.json(ctx.header("X-User") == null ? known(db) : asPerson(ctx, RequirementApi::known));
  }

  private static Person known(DSLContext sql) {
    String person =
        sql.select(
                field(
                    "coalesce(nullif(current_setting('app.user_email', true), ''), '@{nobody}')",
                    String.class))
            .fetchSingle()
            .value1();
    return new Person(person);
  }

  /** One transaction in which the database knows the person. */
  private <T> T asPerson(Context ctx, Function<DSLContext, T> work) {
    return db.transactionResult(
        transaction -> {
          DSLContext sql = transaction.dsl();
          sql.select(
                  field(
                      "set_config('app.user_email', {0}, false)",
                      String.class, val(ctx.header("X-User"))))
              .fetch();
          return work.apply(sql);
        });
  }

  private static int number(Context ctx) {
    return ctx.pathParamAsClass("number", Integer.class).get();
  }
}
