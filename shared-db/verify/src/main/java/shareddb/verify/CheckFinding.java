package shareddb.verify;

import shareddb.verify.checks.CheckOutcome;

/** One line of the checklist: the check's title and its outcome. */
public record CheckFinding(String title, CheckOutcome outcome) {

  public boolean passed() {
    return outcome instanceof CheckOutcome.Ok;
  }
}
