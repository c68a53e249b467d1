package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import workshop.userauthtodo.password.HashingCost;

/** A login with the right password is limited by nothing but the places for hashing. */
@Tag("long")
class FairLoginTest {

  private static final int CLIENTS = 40;
  private static final int LOGINS = 5;

  @RegisterExtension
  static final AuthApi api = new AuthApi(AuthApi.unlimited(new HashingCost(4 * 1024, 2, 1)));

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger refused = new AtomicInteger();

  @Test
  void oneAccountThatLogsInAllTheTimeDoesNotShutOthersOut() throws Exception {
    User greedy = api.newUser();
    User other = api.newUser();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        for (int i = 0; i < CLIENTS; i++) {
          threads.execute(() -> logInAllTheTime(greedy));
        }
        Instant deadline = Instant.now().plusSeconds(60);
        while (refused.get() < CLIENTS && Instant.now().isBefore(deadline)) {
          Thread.sleep(10);
        }
        for (int i = 0; i < LOGINS; i++) {
          statuses.add(api.tryLogIn(other.email(), AuthApi.PASSWORD).status());
        }
      } finally {
        over.set(true);
      }
    }

    assertThat(refused).as("there was a crowd").hasValueGreaterThanOrEqualTo(CLIENTS);
    assertThat(statuses).hasSize(LOGINS).containsOnly(200);
  }

  private void logInAllTheTime(User user) {
    while (!over.get()) {
      if (api.tryLogIn(user.email(), AuthApi.PASSWORD).status() == 503) {
        refused.incrementAndGet();
      }
    }
  }
}
