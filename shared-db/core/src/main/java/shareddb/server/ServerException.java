package shareddb.server;

/** A server that could not be had where there is no sensible way to go on without it. */
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ServerException(Problem problem) {
    super(problem.line());
    this.problem = problem;
  }

  ServerException(Problem problem, Throwable cause) {
    super(problem.line(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
