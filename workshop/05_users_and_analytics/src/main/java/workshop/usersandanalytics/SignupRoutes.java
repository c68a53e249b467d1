package workshop.usersandanalytics;

import java.time.LocalDate;
import shareddb.web.Keyset;
import shareddb.web.Param;
import shareddb.web.ParamType;
import shareddb.web.Routes;

/** The routes of analytics: users may be away, and they do not notice. */
final class SignupRoutes {

  private static final Param<Period> BY =
      Param.query(
          "by", ParamType.oneOf(Period.class), "What is counted together, in UTC.", Period.DAY);

  private final SignupQueries queries;

  SignupRoutes(SignupQueries queries) {
    this.queries = queries;
  }

  void declare(Routes routes) {
    routes
        .get("/analytics/signups", "Count sign-ups by day, week or month, newest first")
        .notes("It is told of each within moments, or as soon as it can be told again.")
        .with(BY)
        .answersPages(
            Signups.class,
            new Keyset<>(LocalDate.class, Signups::from),
            (request, page) -> queries.list(request.get(BY), page));
  }
}
