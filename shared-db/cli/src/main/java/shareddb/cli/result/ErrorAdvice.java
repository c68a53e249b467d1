package shareddb.cli.result;

import shareddb.base.jdbc.ErrorCause;
import shareddb.base.settings.WaitLimits;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.StepsText;
import shareddb.migrate.script.StatementError;

/** The advice for an error of Postgres, by its cause. */
public final class ErrorAdvice {

  private ErrorAdvice() {}

  /**
   * Appends the message of Postgres to how the script failed. If the script is not the cause, the
   * cause is added.
   */
  public static String failed(StatementError error, String how) {
    String meaning = ErrorCause.of(error.sqlState()).meaning();
    return how + (meaning.isEmpty() ? "" : ": " + meaning) + "\n" + StepsText.said(error);
  }

  /**
   * The next step, followed by the command to type again.
   *
   * @param mend the step if the script is the cause
   */
  public static String next(
      StatementError error, String mend, String again, SelectedTarget chosen) {
    ErrorCause cause = ErrorCause.of(error.sqlState());
    String then = ", then  " + again;
    return switch (cause) {
      case STATEMENT -> mend + then;
      case SESSION_ENDED, UNREACHABLE -> again;
      case CANCELLED, SESSION_LIMIT ->
          "see the limits:  "
              + chosen.command("sql")
              + " --admin \"SELECT name, setting, unit, source FROM pg_settings"
              + " WHERE name LIKE '%timeout'\"\nraise the limit that was met"
              + then;
      default -> what(cause) + then;
    };
  }

  /** The step that removes the cause. */
  public static String what(ErrorCause cause) {
    return switch (cause) {
      case STATEMENT -> "mend the statement";
      case DISK_FULL -> "make room on the server's disk (df -h shows it)";
      case OUT_OF_MEMORY -> "end what takes the server's memory, or lower its work_mem";
      case TOO_MANY_CONNECTIONS -> "stop what holds connections (an API, another tool)";
      case CANCELLED ->
          "raise the limit where it is set (SHOW statement_timeout; for what this tool reads it is "
              + WaitLimits.READ.toSeconds()
              + " s, if POSTGRES_URL does not end with ?options=-c%20statement_timeout=300000)";
      case SESSION_LIMIT ->
          "raise the limit where it is set (idle_in_transaction_session_timeout,"
              + " idle_session_timeout, transaction_timeout)";
      case SESSION_ENDED -> "see that nothing ends the sessions of the tool";
      case CONFLICT -> "let the other transaction end";
      case LOCKED -> "end that session's transaction";
      case READ_ONLY -> "connect to the primary server, or end its read-only state";
      case UNREACHABLE -> "see that the server runs";
      case LOGIN_REFUSED -> "set the user and password right";
      case NO_SUCH_DATABASE -> "make the database";
    };
  }
}
