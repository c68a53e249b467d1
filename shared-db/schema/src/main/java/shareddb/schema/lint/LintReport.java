package shareddb.schema.lint;

import java.util.Comparator;
import java.util.List;
import shareddb.base.track.Track;
import shareddb.schema.lint.reading.LintFinding;

/**
 * What was found in a track.
 *
 * @param files how many were read
 * @param findings by file and line
 * @param allowed what a comment in its file allows
 */
public record LintReport(
    Track track, long files, List<LintFinding> findings, List<LintFinding> allowed) {

  private static final Comparator<LintFinding> ORDER =
      Comparator.comparing(LintFinding::file).thenComparing(LintFinding::line);

  public LintReport {
    findings = findings.stream().sorted(ORDER).toList();
    allowed = allowed.stream().sorted(ORDER).toList();
  }
}
