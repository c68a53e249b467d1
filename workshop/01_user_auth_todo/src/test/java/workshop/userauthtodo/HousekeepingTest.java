package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.web.ApiServer;

/** What is over is cleared away, a bounded number of rows at a time, and nothing else is. */
class HousekeepingTest {

  @RegisterExtension static final AuthApi api = new AuthApi(AuthApi.UNLIMITED);

  @Test
  void whatIsOverIsClearedAwayInBoundedSteps() throws SQLException {
    User user = api.newUser();
    api.sql(
        """
        INSERT INTO sessions (user_id, token_hash, expires_at, ends_at)
        SELECT %d, sha256(n::text::bytea), now() - interval '1 minute', now()
        FROM generate_series(1, 1500) AS n
        """
            .formatted(user.id()));
    api.sql(
        """
        INSERT INTO login_limits (kind, bucket, tries, ends_at)
        SELECT 'address', sha256(n::text::bytea), 1, now() - interval '1 minute' FROM generate_series(1, 7) AS n
        """);
    api.sql(
        """
        INSERT INTO login_places (place, last_login_at)
        VALUES (sha256('long ago'), now() - interval '91 days'), (sha256('lately'), now())
        """);

    try (HikariDataSource pool = api.pool(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))) {
      Housekeeping housekeeping = new Housekeeping(ApiServer.database(pool));
      assertThat(housekeeping.removeSessions()).isEqualTo(Housekeeping.AT_MOST);
      assertThat(housekeeping.removeSessions()).isEqualTo(500);
      assertThat(housekeeping.removeSessions()).isZero();
      assertThat(housekeeping.removeCounts()).isEqualTo(8);
    }

    assertThat(user.get("/me").status()).isEqualTo(200);
    assertThat(api.value("SELECT count(*) FROM login_places WHERE place = sha256('lately')"))
        .isEqualTo("1");
  }
}
