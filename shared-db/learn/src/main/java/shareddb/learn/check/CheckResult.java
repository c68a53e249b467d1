package shareddb.learn.check;

import java.util.Optional;

/** The result of one check. */
public sealed interface CheckResult {

  /**
   * The check passed.
   *
   * @param line what was found, in a few words
   */
  record Passed(String line) implements CheckResult {}

  /**
   * The check failed.
   *
   * @param line what is wrong
   * @param help a step towards the answer
   */
  record Failed(String line, Optional<String> help) implements CheckResult {}

  /**
   * The check was not run.
   *
   * @param on the check that has to pass first
   */
  record Waits(String on) implements CheckResult {}

  static CheckResult failed(String line) {
    return new Failed(line, Optional.empty());
  }

  static CheckResult failed(String line, String help) {
    return new Failed(line, Optional.of(help));
  }

  default boolean passed() {
    return this instanceof Passed;
  }
}
