package shareddb.verify;

/** One line of the checklist: what was looked at, and how it came out. */
public record Finding(String title, Outcome outcome) {

  public boolean passed() {
    return outcome instanceof Outcome.Ok;
  }
}
