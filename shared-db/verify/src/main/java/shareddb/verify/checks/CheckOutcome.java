package shareddb.verify.checks;

/** The outcome of one check. */
public sealed interface CheckOutcome {

  /** The check passed; the detail says what it found. */
  record Ok(String detail) implements CheckOutcome {}

  /** The check failed; it says why, and what to do or to type. */
  record Failed(String what, String next) implements CheckOutcome {}

  /** The check did not run, because an earlier check failed; it counts as not passed. */
  record NotRun(String because) implements CheckOutcome {}
}
