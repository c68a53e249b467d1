package shareddb.cli.command;

/** The exit code of a command. */
public enum ExitCode {
  DONE(0),
  FAILED(1),
  USAGE(2),
  /** The command ran, and the state that it checked is not as it should be. */
  DIFFERS(3);

  /** The footer in the help of every command that checks a state. */
  public static final String LOOKED =
      "Exit code 0 only if all is as it should be; 3 where something is pending, wrong, orphaned,"
          + " lost or could not be read; 1 where the command failed.";

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /**
   * Returns the exit code for two commands that ran one after the other: the first that is not
   * {@code DONE}.
   */
  public ExitCode orWorse(ExitCode other) {
    return this == DONE ? other : this;
  }

  public int code() {
    return code;
  }
}
