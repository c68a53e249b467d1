package shareddb.schema.lint;

import java.util.Comparator;
import java.util.List;
import shareddb.base.track.Track;
import shareddb.schema.lint.reading.LintFinding;
import shareddb.schema.lint.reading.Severity;

/**
 * The findings in a track.
 *
 * @param files the number of files that were read
 * @param findings the findings that nothing allows, by file and line
 * @param allowed the findings that a comment or the track's settings allow
 */
public record LintReport(
    Track track, long files, List<LintFinding> findings, List<LintFinding> allowed) {

  private static final Comparator<LintFinding> ORDER =
      Comparator.comparing(LintFinding::file).thenComparing(LintFinding::line);

  public LintReport {
    findings = findings.stream().sorted(ORDER).toList();
    allowed = allowed.stream().sorted(ORDER).toList();
  }

  /** Whether there is nothing to mend. Notes do not count. */
  public boolean isClean() {
    return findings.stream().allMatch(finding -> finding.severity() == Severity.NOTE);
  }
}
