package shareddb.verify;

import shareddb.verify.checks.CheckOutcome;

/** One line of the checklist: what was looked at, and how it came out. */
public record CheckFinding(String title, CheckOutcome outcome) {

  public boolean passed() {
    return outcome instanceof CheckOutcome.Ok;
  }
}
