package workshop.personaltodo.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import shareddb.web.doc.Page;
import shareddb.web.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * What the module's API is measured against: the same three operations by hand on JDBC, with
 * nothing checked, counted or documented, on the same HTTP server, pool and JSON mapper.
 */
final class BareApi {

  private static final String COLUMNS =
      "id, title, description, is_completed, created_at, updated_at, deleted_at";
  private static final String TABLE = "\"00_personal_todo\".todos";
  private static final String ONE = "SELECT " + COLUMNS + " FROM " + TABLE + " WHERE id = ?";
  private static final String LIST =
      "SELECT " + COLUMNS + " FROM " + TABLE + " WHERE deleted_at IS NULL ORDER BY id DESC LIMIT ?";
  private static final String INSERT =
      "INSERT INTO " + TABLE + " (title) VALUES (?) RETURNING " + COLUMNS;

  /** The same shape as the API's own, which is not to be seen from here. */
  record Row(
      long id,
      String title,
      @Nullable String description,
      boolean isCompleted,
      Instant createdAt,
      Instant updatedAt,
      @Nullable Instant deletedAt) {}

  private final HikariDataSource pool;

  private BareApi(HikariDataSource pool) {
    this.pool = pool;
  }

  static Javalin start(HikariDataSource pool) {
    BareApi api = new BareApi(pool);
    QueuedThreadPool threads = new QueuedThreadPool(16);
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    return Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.threadPool = threads;
              config.routes.get("/todos", api::list);
              config.routes.get("/todos/{id}", api::one);
              config.routes.post("/todos", api::add);
            })
        .start("127.0.0.1", 0);
  }

  private void one(Context context) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(ONE)) {
      statement.setLong(1, Long.parseLong(context.pathParam("id")));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        answer(context, row(rows));
      }
    }
  }

  private void list(Context context) throws SQLException {
    int limit = 50;
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(LIST)) {
      statement.setInt(1, limit + 1);
      try (ResultSet rows = statement.executeQuery()) {
        List<Row> items = new ArrayList<>();
        while (rows.next()) {
          items.add(row(rows));
        }
        boolean more = items.size() > limit;
        List<Row> shown = more ? items.subList(0, limit) : items;
        answer(context, new Page<>(shown, more ? "/todos?cursor=" + shown.getLast().id() : null));
      }
    }
  }

  private void add(Context context) throws SQLException, IOException {
    JsonNode todo = Json.mapper().readTree(context.req().getInputStream());
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, todo.get("title").asString());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        Row row = row(rows);
        answer(context.status(201).header("Location", "/todos/" + row.id()), row);
      }
    }
  }

  private static Row row(ResultSet rows) throws SQLException {
    Timestamp deletedAt = rows.getTimestamp(7);
    return new Row(
        rows.getLong(1),
        rows.getString(2),
        rows.getString(3),
        rows.getBoolean(4),
        rows.getTimestamp(5).toInstant(),
        rows.getTimestamp(6).toInstant(),
        deletedAt == null ? null : deletedAt.toInstant());
  }

  private static void answer(Context context, Object body) {
    context.contentType("application/json").result(Json.mapper().writeValueAsBytes(body));
  }
}
