package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.testing.RandomSeed;
import shareddb.webtesting.ApiAttack;

/** Thousands of hostile requests: no failure of the server, and no answer beside its document. */
class HostileRequestsTest {

  @RegisterExtension static final ServedTodos api = new ServedTodos();

  @Test
  void everyBlankTypeAndExtremeInEveryField() {
    ApiAttack attack = attack().everyField();

    assertThat(attack.faults()).isEmpty();
    assertThat(attack.sent()).isGreaterThan(500);
  }

  @Test
  @Tag("long")
  void randomRequests() {
    Random random = RandomSeed.random(HostileRequestsTest.class);

    assertThat(attack().random(random, 3000).faults()).isEmpty();
  }

  private static ApiAttack attack() {
    return new ApiAttack(api.running().client(), Map.of("id", String.valueOf(api.add("target"))));
  }
}
