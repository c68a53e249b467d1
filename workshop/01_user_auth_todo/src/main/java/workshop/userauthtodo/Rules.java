package workshop.userauthtodo;

import java.time.Duration;

/**
 * The figures behind the rules; tests take cheaper and shorter ones.
 *
 * @param idle how long a session lives without being used
 * @param end how long it lives at most
 * @param window how long tries are counted together
 * @param triesPerAccount for all strangers together, and from each place that is known
 * @param triesPerAddress of strangers, for all accounts together
 * @param registrationsPerAddress accounts made
 */
record Rules(
    HashingCost cost,
    Duration idle,
    Duration end,
    Duration window,
    int triesPerAccount,
    int triesPerAddress,
    int registrationsPerAddress) {

  static final Rules STANDARD =
      new Rules(
          HashingCost.STANDARD,
          Duration.ofDays(7),
          Duration.ofDays(30),
          Duration.ofMinutes(15),
          10,
          100,
          20);
}
