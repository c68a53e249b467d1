package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import shareddb.tracktesting.MigratedDatabase;

/** A statement that takes long is in the log, without its values. */
class SlowStatementsTest {

  @RegisterExtension static final MigratedDatabase db = MigratedDatabase.of("01_user_auth_todo");

  @Test
  void aSlowStatementIsLoggedWithoutItsValues() throws SQLException {
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    Logger logger = (Logger) LoggerFactory.getLogger(SlowStatements.class);
    logger.addAppender(events);
    try (Connection connection = db.api().connect()) {
      DSLContext sql =
          DSL.using(
              new DefaultConfiguration()
                  .set(connection)
                  .set(SQLDialect.POSTGRES)
                  .set(new SlowStatements(Duration.ofMillis(100))));
      sql.fetch("SELECT {0}", DSL.val("a quick secret"));
      sql.fetch("SELECT pg_sleep(0.15), {0}", DSL.val("a secret"));
    } finally {
      logger.detachAppender(events);
    }

    assertThat(List.copyOf(events.list))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.getFormattedMessage())
                    .matches("slow statement, [0-9]{3,5} ms: SELECT pg_sleep\\(0\\.15\\), .*")
                    .doesNotContain("secret"));
  }
}
