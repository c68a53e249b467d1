package shareddb.schema.lint;

import java.util.Comparator;
import java.util.List;
import shareddb.base.track.Track;
import shareddb.schema.lint.reading.LintFinding;

/**
 * The findings in a track.
 *
 * @param files the number of files that were read
 * @param findings the findings that no comment allows, by file and line
 * @param allowed the findings that a comment allows
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
