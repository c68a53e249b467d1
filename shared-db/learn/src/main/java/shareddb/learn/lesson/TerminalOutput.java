package shareddb.learn.lesson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a terminal has said since the last look, and whether it waits for the next command. */
final class TerminalOutput {

  /** Stands before and behind the exit code, where a command has ended. No command prints it. */
  static final String PROMPT = "\036";

  private final StringBuilder text = new StringBuilder();
  private boolean isAtPrompt = true;
  private int exitCode;

  /** A command is about to be typed. */
  synchronized void begin() {
    isAtPrompt = false;
  }

  synchronized void append(char[] buffer, int length) {
    text.append(buffer, 0, length);
    int begin = text.indexOf(PROMPT);
    int end = begin < 0 ? -1 : text.indexOf(PROMPT, begin + 1);
    if (end > 0) {
      exitCode = Integer.parseInt(text.substring(begin + 1, end));
      text.delete(begin, end + 1);
      isAtPrompt = true;
    }
    notifyAll();
  }

  /** The terminal itself has ended; nothing comes any more. */
  synchronized void end(String why) {
    text.append(why);
    isAtPrompt = true;
    notifyAll();
  }

  synchronized boolean isAtPrompt() {
    return isAtPrompt;
  }

  synchronized int exitCode() {
    return exitCode;
  }

  /** Takes line by line until they are enough, or the command has ended, or the time is over. */
  synchronized List<String> take(Duration limit, Predicate<List<String>> isEnough)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    List<String> lines = new ArrayList<>();
    while (!isEnough.test(lines)) {
      int newline = text.indexOf("\n");
      if (newline >= 0) {
        lines.add(text.substring(0, newline).replace("\r", ""));
        text.delete(0, newline + 1);
      } else {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (isAtPrompt || millis <= 0) {
          takeRest(lines);
          return lines;
        }
        wait(millis);
      }
    }
    return lines;
  }

  /** The last line of a command need not end in a newline: the answer of an API does not. */
  private void takeRest(List<String> lines) {
    if (isAtPrompt && !text.isEmpty()) {
      lines.add(text.toString());
      text.setLength(0);
    }
  }
}
