package shareddb.cli.command;

import java.sql.SQLException;

/** Ctrl-C, for what may be cut off anywhere: who types it is told what that means. */
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
