package exercise;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import shareddb.web.Plugins;

/** A pool of HikariCP, jOOQ over it, and Javalin, as in the module's own Main. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    HikariConfig settings = new HikariConfig();
    settings.setJdbcUrl(System.getenv("DB_URL"));
    settings.setUsername(System.getenv("DB_USER"));
    settings.setPassword(System.getenv("DB_PASSWORD"));
    settings.setMaximumPoolSize(5);
    DSLContext db = DSL.using(new HikariDataSource(settings), SQLDialect.POSTGRES);
    db.configuration().set(Plugins.sqlLog());
    // jOOQ compares and counts where its generator was told of a version column, and nowhere else.
    db.settings()
        .withExecuteWithOptimisticLocking(true)
        .withExecuteWithOptimisticLockingExcludeUnversioned(true);
    Javalin.create(
            config -> {
              config.jsonMapper(Plugins.strictJson());
              config.registerPlugin(Plugins.loopbackServer());
              config.registerPlugin(Plugins.problemDetails());
              new TodoApi(db).routes(config.routes);
            })
        .start(Integer.parseInt(System.getenv("PORT")));
  }
}
