package shareddb.verify;

import java.util.List;

/** All findings about one subject. */
public record CheckReport(List<CheckFinding> findings) {

  public CheckReport {
    findings = List.copyOf(findings);
  }

  public boolean passed() {
    return findings.stream().allMatch(CheckFinding::passed);
  }

  public long passedCount() {
    return findings.stream().filter(CheckFinding::passed).count();
  }
}
