package shareddb.cli;

/** How a command ended, as scripts see it. */
enum ExitCode {
  DONE(0),
  FAILED(1),
  USAGE(2),
  /** It ran, and what it looked at is not as it should be. */
  DIFFERS(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** Of two that ran, one after the other. */
  ExitCode orWorse(ExitCode other) {
    return this == DONE ? other : this;
  }

  int code() {
    return code;
  }
}
