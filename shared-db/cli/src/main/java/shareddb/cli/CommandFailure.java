package shareddb.cli;

/** Why a command cannot go on: what happened, and what to type next. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exit;
  private final String what;
  private final String next;

  CommandFailure(ExitCode exit, String what, String next) {
    super(what);
    this.exit = exit;
    this.what = what;
    this.next = next;
  }

  ExitCode exit() {
    return exit;
  }

  String what() {
    return what;
  }

  String next() {
    return next;
  }
}
