package shareddb.verify;

import java.util.List;

/** All findings about one subject. */
public record Report(List<Finding> findings) {

  public Report {
    findings = List.copyOf(findings);
  }

  public boolean passed() {
    return findings.stream().allMatch(Finding::passed);
  }

  public long passedCount() {
    return findings.stream().filter(Finding::passed).count();
  }
}
