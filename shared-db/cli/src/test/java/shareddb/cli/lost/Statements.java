package shareddb.cli.lost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a client has sent in its session: each statement's text, by the name it was given. */
final class Statements {

  private final Map<String, String> named = new ConcurrentHashMap<>();
  private final StringBuilder all = new StringBuilder();

  /** The statement that this message runs or prepares; empty where it does neither. */
  synchronized String sent(Frame frame) throws IOException {
    String statement =
        switch (frame.type()) {
          case 'Q' -> frame.text(0);
          case 'P' -> {
            String name = frame.text(0);
            String text = frame.text(length(name));
            named.put(name, text);
            // It is lost when it is to run.
            yield "";
          }
          case 'B' -> named.getOrDefault(frame.text(length(frame.text(0))), "");
          default -> "";
        };
    all.append(statement).append('\n');
    return statement;
  }

  synchronized String all() {
    return all.toString();
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length + 1;
  }
}
