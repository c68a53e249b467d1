package shareddb.web;

/** Another process listens on the port. */
public final class PortInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortInUse(int port, Throwable cause) {
    super("port " + port + " is in use", cause);
  }
}
