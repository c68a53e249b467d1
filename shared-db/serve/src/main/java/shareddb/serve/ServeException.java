package shareddb.serve;

/** Why nothing is served, in words for a person: what, where, and what to type next. */
public final class ServeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServeException(String message) {
    super(message);
  }
}
