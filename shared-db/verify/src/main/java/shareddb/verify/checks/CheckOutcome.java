package shareddb.verify.checks;

/** How one check came out. */
public sealed interface CheckOutcome {

  /** As it should be; the detail says what was seen. */
  record Ok(String detail) implements CheckOutcome {}

  /** Not as it should be, and what to do or to type. */
  record Failed(String what, String next) implements CheckOutcome {}

  /** It could not be looked at, because of an earlier check: so it is not passed either. */
  record NotRun(String because) implements CheckOutcome {}
}
