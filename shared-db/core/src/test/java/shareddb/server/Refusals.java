package shareddb.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.AbstractStringAssert;

/** What a refused start says. */
final class Refusals {

  private Refusals() {}

  static AbstractStringAssert<?> assertRefused(StartResult result) {
    assertThat(result).isInstanceOf(StartResult.Refused.class);
    Problem problem = ((StartResult.Refused) result).problem();
    assertThat(problem.next()).isNotBlank();
    return assertThat(problem.line());
  }
}
