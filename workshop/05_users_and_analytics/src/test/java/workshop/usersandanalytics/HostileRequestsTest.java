package workshop.usersandanalytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.testing.RandomSeed;
import shareddb.webtesting.ApiAttack;
import shareddb.webtesting.RunningApi;

/** Thousands of hostile requests: no failure of the server, and no answer beside its document. */
final class HostileRequestsTest {

  @RegisterExtension static final TwoDatabases two = new TwoDatabases();

  private static RunningApi running;

  @BeforeAll
  static void serve() {
    running = two.serve();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void everyBlankTypeAndExtremeInEveryField() {
    assertThat(attack().everyField().faults()).isEmpty();
  }

  @Test
  @Tag("long")
  void randomRequests() {
    Random random = RandomSeed.random(HostileRequestsTest.class);

    assertThat(attack().random(random, 3000).faults()).isEmpty();
  }

  private static ApiAttack attack() {
    return new ApiAttack(running.client(), Map.of());
  }
}
