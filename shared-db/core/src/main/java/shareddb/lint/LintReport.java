package shareddb.lint;

import java.util.Comparator;
import java.util.List;
import shareddb.track.Track;

/**
 * What was found in a track.
 *
 * @param files how many were read
 * @param findings by file and line
 * @param allowed what a comment in its file allows
 */
public record LintReport(Track track, long files, List<Finding> findings, List<Finding> allowed) {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::file).thenComparing(Finding::line);

  public LintReport {
    findings = findings.stream().sorted(ORDER).toList();
    allowed = allowed.stream().sorted(ORDER).toList();
  }
}
