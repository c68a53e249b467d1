package shareddb.schema.lint.reading;

import java.nio.file.Path;

/**
 * One possible problem in a file.
 *
 * @param what the reason why it may be wrong
 * @param instead the safe way as SQL or words, in one or more lines
 */
public record LintFinding(
    RuleName rule, Severity severity, Path file, int line, String what, String instead) {

  /** A finding with the usual severity of its rule. */
  public LintFinding(RuleName rule, Path file, int line, String what, String instead) {
    this(rule, rule.severity(), file, line, what, instead);
  }

  public LintFinding as(Severity other) {
    return new LintFinding(rule, other, file, line, what, instead);
  }
}
