package workshop.userauthtodo.limit;

import java.time.Duration;

/**
 * The numbers behind the limits; tests take lower ones.
 *
 * @param window how long tries are counted together
 * @param triesPerAccount for all strangers together, and from each known place
 * @param triesPerAddress of a stranger, for all accounts together
 * @param registrationsPerAddress accounts made
 */
public record LimitRules(
    Duration window, int triesPerAccount, int triesPerAddress, int registrationsPerAddress) {

  public static final LimitRules STANDARD = new LimitRules(Duration.ofMinutes(15), 10, 100, 20);
}
