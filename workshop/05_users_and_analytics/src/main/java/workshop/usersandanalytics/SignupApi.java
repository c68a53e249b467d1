package workshop.usersandanalytics;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trunc;
import static shareddb.web.doc.Doc.doc;
import static workshop.usersandanalytics.db.analytics.Tables.SIGNUPS_BY_DAY;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import shareddb.web.Api;
import shareddb.web.doc.Page;

/**
 * The API of analytics. It works while the users' database is away. Its figures may be a moment
 * behind, and longer where analytics was away itself.
 */
final class SignupApi {

  private final DSLContext analytics;
  private final SignupStream stream;

  SignupApi(DSLContext analytics, SignupStream stream) {
    this.analytics = analytics;
    this.stream = stream;
  }

  void routes(Api api) {
    api.get(
        "/analytics/signups",
        this::list,
        doc("Count sign-ups by day, week or month, newest first")
            .notes("Analytics hears of a sign-up within moments, or as soon as it is back.")
            .query("by", String.class, "The period that is counted together, in UTC.")
            .oneOf("day", "week", "month")
            .byDefault("day")
            .answersPages(Signups.class, LocalDate.class));
    api.sse(
        "/analytics/signups/live",
        stream::add,
        doc("Watch how many have signed up in all")
            .notes("Server-sent events: one at once, and one each time the number changes.")
            .answersText("text/event-stream"));
  }

  /** A period without sign-ups is left out. */
  private void list(Context ctx) {
    DatePart by = by(ctx);
    LocalDate before = ctx.queryParamAsClass("cursor", LocalDate.class).getOrNull();
    Field<LocalDate> from = trunc(SIGNUPS_BY_DAY.DAY, by).cast(SQLDataType.LOCALDATE).as("from");
    List<Signups> page =
        analytics
            .select(
                from,
                sum(SIGNUPS_BY_DAY.SIGNUPS).cast(SQLDataType.BIGINT),
                sum(SIGNUPS_BY_DAY.LEFT_AGAIN).cast(SQLDataType.BIGINT))
            .from(SIGNUPS_BY_DAY)
            .where(before == null ? noCondition() : SIGNUPS_BY_DAY.DAY.lt(before))
            .groupBy(from)
            .orderBy(from.desc())
            .limit(Page.limit(ctx) + 1)
            .fetch(mapping(Signups::new));
    ctx.json(Page.of(ctx, page, Signups::from));
  }

  private static DatePart by(Context ctx) {
    return switch (ctx.queryParamAsClass("by", String.class).getOrDefault("day")) {
      case "week" -> DatePart.WEEK;
      case "month" -> DatePart.MONTH;
      default -> DatePart.DAY;
    };
  }

  /** How many have signed up in all. */
  static long total(DSLContext analytics) {
    return analytics
        .select(coalesce(sum(SIGNUPS_BY_DAY.SIGNUPS), 0).cast(SQLDataType.BIGINT))
        .from(SIGNUPS_BY_DAY)
        .fetchSingle()
        .value1();
  }
}
