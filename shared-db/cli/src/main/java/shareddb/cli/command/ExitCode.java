package shareddb.cli.command;

/** How a command ended, as scripts see it. */
public enum ExitCode {
  DONE(0),
  FAILED(1),
  USAGE(2),
  /** It ran, and what it looked at is not as it should be. */
  DIFFERS(3);

  /** Stands under the help of every command that looks. */
  public static final String LOOKED =
      "Exit code 0 only if all is as it should be; 3 where something is pending, wrong, orphaned,"
          + " lost or could not be read; 1 where the command failed.";

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** Of two that ran, one after the other. */
  public ExitCode orWorse(ExitCode other) {
    return this == DONE ? other : this;
  }

  public int code() {
    return code;
  }
}
