package shareddb.learn.program;

/** The reason why a program was not generated, compiled or started, in one line. */
public final class ProgramFailure extends Exception {
  private static final long serialVersionUID = 1L;

  ProgramFailure(String line) {
    super(line);
  }

  public String line() {
    return String.valueOf(getMessage());
  }
}
