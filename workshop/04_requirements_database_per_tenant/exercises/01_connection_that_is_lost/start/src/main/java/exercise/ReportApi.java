package exercise;

import static exercise.db.Tables.REQUIREMENTS;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;

/** Requirements by jOOQ, and a report of one of them by plain JDBC. */
final class ReportApi {

  record Titles(List<String> titles) {}

  private final DSLContext db;
  private final DataSource pool;

  ReportApi(DSLContext db, DataSource pool) {
    this.db = db;
    this.pool = pool;
  }

  void routes(RoutesConfig routes) {
    routes.get("/requirements", this::list);
    routes.get("/requirements/{number}/report", this::report);
  }

  private void list(Context ctx) {
    ctx.json(
        new Titles(
            db.select(REQUIREMENTS.TITLE)
                .from(REQUIREMENTS)
                .orderBy(REQUIREMENTS.NUMBER)
                .fetch(REQUIREMENTS.TITLE)));
  }

  private void report(Context ctx) throws SQLException {
    int number = ctx.pathParamAsClass("number", Integer.class).get();
    Connection connection = pool.getConnection();
    if (number < 1) {
      connection.close();
      throw new BadRequestResponse("Numbers begin with 1");
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT title, text FROM requirements WHERE number = ?")) {
      statement.setInt(1, number);
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        throw new NotFoundResponse("There is no requirement " + number);
      }
      ctx.result("@{word} " + number + ": " + row.getString("title"));
    }
    connection.close();
  }
}
