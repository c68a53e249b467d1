package exercise;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import io.javalin.json.JavalinJackson3;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;

/** Serves the exercise: a HikariCP pool, jOOQ over it, and Javalin. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(System.getenv("DB_URL"));
    config.setUsername(System.getenv("DB_USER"));
    config.setPassword(System.getenv("DB_PASSWORD"));
    config.setMaximumPoolSize(1);
    HikariDataSource pool = new HikariDataSource(config);
    DSLContext db = DSL.using(pool, SQLDialect.POSTGRES);
    // Each statement is a line of what this program prints.
    db.configuration()
        .set(ExecuteListener.onExecuteStart(ctx -> System.out.println("statement: " + ctx.sql())));
    Javalin.create(
            javalin -> {
              javalin.startup.showJavalinBanner = false;
              javalin.jetty.host = "127.0.0.1";
              javalin.jsonMapper(new JavalinJackson3(JsonMapper.builder().build(), false));
              new RequirementApi(db).routes(javalin.routes);
            })
        .start(Integer.parseInt(System.getenv("PORT")));
  }
}
