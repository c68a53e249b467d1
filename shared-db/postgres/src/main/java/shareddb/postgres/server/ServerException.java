package shareddb.postgres.server;

/** A server could not be started or used, and the caller cannot go on without it. */
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ServerProblem problem;

  public ServerException(ServerProblem problem) {
    super(problem.line());
    this.problem = problem;
  }

  public ServerException(ServerProblem problem, Throwable cause) {
    super(problem.line(), cause);
    this.problem = problem;
  }

  public ServerProblem problem() {
    return problem;
  }
}
