package workshop.usersandanalytics;

import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trunc;
import static workshop.usersandanalytics.db.analytics.Tables.SIGNUPS_BY_DAY;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import shareddb.web.Database;
import shareddb.web.PageRequest;

/** What analytics is asked. It may be a moment behind, and longer where it was away. */
final class SignupQueries {

  private final DSLContext sql;

  SignupQueries(Database analytics) {
    sql = analytics.sql();
  }

  /** Newest first; a period without sign-ups is left out. */
  List<Signups> list(Period by, PageRequest<LocalDate> page) {
    Field<LocalDate> from =
        trunc(SIGNUPS_BY_DAY.DAY, by.part()).cast(SQLDataType.LOCALDATE).as("from");
    Field<Long> signups = sum(SIGNUPS_BY_DAY.SIGNUPS).cast(SQLDataType.BIGINT).as("signups");
    Field<Long> left = sum(SIGNUPS_BY_DAY.LEFT_AGAIN).cast(SQLDataType.BIGINT).as("left_again");
    return sql.select(from, signups, left)
        .from(SIGNUPS_BY_DAY)
        .where(page.after().map(SIGNUPS_BY_DAY.DAY::lt).orElseGet(DSL::noCondition))
        .groupBy(from)
        .orderBy(from.desc())
        .limit(page.rows())
        .fetch(row -> new Signups(row.value1(), row.value2(), row.value3()));
  }
}
