package shareddb.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.AbstractStringAssert;

/** What a refused start says. */
public final class Refusals {

  private Refusals() {}

  public static AbstractStringAssert<?> assertRefused(StartResult result) {
    assertThat(result).isInstanceOf(StartResult.Refused.class);
    ServerProblem problem = ((StartResult.Refused) result).problem();
    assertThat(problem.next()).isNotBlank();
    return assertThat(problem.line());
  }
}
