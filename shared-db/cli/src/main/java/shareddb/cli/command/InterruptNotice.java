package shareddb.cli.command;

import java.sql.SQLException;

/**
 * Handles Ctrl-C during work that may stop at any point: a shutdown hook prints what the
 * interruption means.
 */
public final class InterruptNotice {

  private InterruptNotice() {}

  public static <R> R saying(Runnable words, InterruptHandler.Work<R> work) throws SQLException {
    Thread hook = Thread.ofPlatform().unstarted(words);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.run();
    } finally {
      InterruptHandler.forget(hook);
    }
  }
}
