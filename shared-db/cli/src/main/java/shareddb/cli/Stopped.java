package shareddb.cli;

import java.sql.SQLException;

/** Ctrl-C, for what may be cut off anywhere: who types it is told what that means. */
final class Stopped {

  private Stopped() {}

  static <R> R saying(Runnable words, Interruption.Work<R> work) throws SQLException {
    Thread hook = Thread.ofPlatform().unstarted(words);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.run();
    } finally {
      Interruption.forget(hook);
    }
  }
}
