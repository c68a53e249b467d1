package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.testing.RandomSeed;
import shareddb.webtesting.ApiAttack;
import shareddb.webtesting.ApiClient;

/** Thousands of hostile requests of users who are signed in: each answer is in the document. */
@Tag("long")
class HostileRequestsTest {

  private static final int USERS = 150;

  /** A few only: one of them may log out, or delete the account. */
  private static final int REQUESTS_OF_EACH = 20;

  @RegisterExtension static final AuthApi api = AuthApi.shared();

  @Test
  void everyAnswerIsInTheDocument() {
    Random random = RandomSeed.random(HostileRequestsTest.class);
    int sent = 0;
    for (int i = 0; i < USERS; i++) {
      User user = api.newUser();
      ApiClient client = ApiClient.at(api.port()).with("Authorization", "Bearer " + user.token());
      ApiAttack attack = new ApiAttack(client, Map.of("id", "" + user.add("mine")));

      assertThat(attack.random(random, REQUESTS_OF_EACH).faults()).isEmpty();
      sent += attack.sent();
    }
    assertThat(sent).isEqualTo(USERS * REQUESTS_OF_EACH);
  }
}
