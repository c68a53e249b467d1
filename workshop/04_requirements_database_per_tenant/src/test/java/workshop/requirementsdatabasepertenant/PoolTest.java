package workshop.requirementsdatabasepertenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.AppenderBase;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import shareddb.base.settings.Login;
import shareddb.tracktesting.MigratedDatabase;

/** What HikariCP says when its connections are not enough, and when one does not come back. */
class PoolTest {

  @RegisterExtension
  static final MigratedDatabase db = MigratedDatabase.of("04_requirements_database_per_tenant");

  private static final Logger HIKARI = (Logger) LoggerFactory.getLogger("com.zaxxer.hikari");

  private final BlockingQueue<ILoggingEvent> log = new LinkedBlockingQueue<>();

  private final AppenderBase<ILoggingEvent> listener =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          log.add(event);
        }
      };

  @BeforeEach
  void listen() {
    listener.start();
    HIKARI.addAppender(listener);
    // Not to the console: the stack trace would look like a failure of this test.
    HIKARI.setAdditive(false);
  }

  @AfterEach
  void listenNoMore() {
    HIKARI.setAdditive(true);
    HIKARI.detachAppender(listener);
  }

  /** As small as the pool of one tenant. */
  private static HikariConfig config() {
    Login api = db.api();
    HikariConfig config = new HikariConfig();
    config.setPoolName("workshop_04_acme");
    config.setJdbcUrl(api.jdbcUrl());
    config.setUsername(api.user());
    config.setPassword(api.password().reveal());
    config.setMaximumPoolSize(2);
    config.setMinimumIdle(0);
    return config;
  }

  @Test
  void aThirdRequestWaitsAndIsToldTheNumbers() throws SQLException {
    HikariConfig config = config();
    config.setConnectionTimeout(250);
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection first = pool.getConnection();
        Connection second = pool.getConnection()) {
      assertThat(first.isValid(5) && second.isValid(5)).isTrue();

      assertThatThrownBy(pool::getConnection)
          .isInstanceOf(SQLTransientConnectionException.class)
          .hasMessageContaining("workshop_04_acme")
          .hasMessageContaining("total=2, active=2, idle=0, waiting=0");
    }
  }

  @Test
  void aConnectionThatDoesNotComeBackIsInTheLogWithTheLineThatTookIt() throws Exception {
    HikariConfig config = config();
    // HikariCP's smallest; the pools of tenants have a minute.
    config.setLeakDetectionThreshold(2_000);
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection leaked = forgetful(pool)) {
      ILoggingEvent warning = awaited("leak detection triggered");

      assertThat(leaked.isClosed()).isFalse();
      assertThat(Arrays.stream(warning.getThrowableProxy().getStackTraceElementProxyArray()))
          .map(StackTraceElementProxy::getSTEAsString)
          .anyMatch(line -> line.contains("PoolTest.forgetful"));
    }
  }

  /** Stands for a handler that takes a connection and lacks {@code try (…)}. */
  private static Connection forgetful(HikariDataSource pool) throws SQLException {
    return pool.getConnection();
  }

  private ILoggingEvent awaited(String text) throws InterruptedException {
    ILoggingEvent event = log.poll(20, TimeUnit.SECONDS);
    while (event != null && !event.getFormattedMessage().contains(text)) {
      event = log.poll(20, TimeUnit.SECONDS);
    }
    assertThat(event).as("a line with \"%s\"", text).isNotNull();
    return event;
  }
}
