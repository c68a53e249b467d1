package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.Answer;
import workshop.userauthtodo.password.HashingCost;
import workshop.userauthtodo.password.Passwords;

/** How long a login takes does not tell whether there is such an account. */
@Tag("long")
class TimingTest {

  private static final int TRIES = 200;
  private static final String WRONG = "not the password at all";

  /**
   * The real parameters take a minute; with a fraction of them any difference shows all the more.
   */
  private static final HashingCost FRACTION = new HashingCost(256, 2, 1);

  @RegisterExtension static final AuthApi api = new AuthApi(AuthApi.unlimited(FRACTION));

  /** The figure is for people to look at: on a busy machine it tells nothing, so none fails. */
  @Test
  void anUnknownUserTakesAsLongAsAWrongPassword() {
    User user = api.newUser();
    List<Long> wrong = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = -TRIES / 4; i < TRIES; i++) {
      // In turns, so that whatever else the machine does is the same for both.
      long one = nanos(user.email());
      long other = nanos("nobody" + i + "@example.org");
      if (i >= 0) {
        wrong.add(one);
        unknown.add(other);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "login, medians of %d: wrong password %.2f ms, unknown user %.2f ms, difference %.1f %%%n",
        TRIES,
        median(wrong) / 1e6,
        median(unknown) / 1e6,
        100.0 * (median(unknown) - median(wrong)) / median(wrong));
  }

  /** Not the time, but the work: without a hash to compare with, one is made up. */
  @Test
  void thereIsAlwaysSomethingToHash() {
    Passwords passwords = new Passwords(new HashingCost(4 * 1024, 1, 1));

    assertThat(work(passwords)).isGreaterThan(work(new Passwords(AuthApi.CHEAP)) * 5);
  }

  private static long work(Passwords passwords) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      assertThat(passwords.match(WRONG, java.util.Optional.empty())).isFalse();
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  private static long nanos(String email) {
    long start = System.nanoTime();
    Answer answer = api.tryLogIn(email, WRONG);
    long took = System.nanoTime() - start;
    assertThat(answer.status()).isEqualTo(401);
    return took;
  }

  private static double median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
