package shareddb.base.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@code .env} file, in the syntax that Docker Compose and shells have in common. */
final class DotEnv {

  private static final Pattern LINE =
      Pattern.compile(
          "(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*"
              + "(?:\"(?<double>(?:[^\"\\\\]|\\\\.)*)\"|'(?<single>[^']*)'|(?<plain>(?![\"']).*?))"
              + "\\s*(?:(?<=\\s)#.*)?");

  private DotEnv() {}

  /**
   * The settings of the file. Empty if the file does not exist. The problems contain only line
   * numbers, because a line may hold a secret.
   */
  static Map<String, String> read(Path file, Consumer<String> problems) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return parse(Files.readString(file), problems);
    } catch (IOException e) {
      problems.accept(".env: cannot be read as a text file: " + file);
      return Map.of();
    }
  }

  static Map<String, String> parse(String text, Consumer<String> problems) {
    Map<String, String> values = new HashMap<>();
    List<String> lines = text.lines().map(String::strip).toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = LINE.matcher(lines.get(i));
      if (matcher.matches()) {
        values.put(matcher.group("name"), value(matcher));
      } else if (!lines.get(i).isEmpty() && !lines.get(i).startsWith("#")) {
        problems.accept(".env, line " + (i + 1) + ": it does not read NAME=value");
      }
    }
    return values;
  }

  private static String value(Matcher line) {
    String quoted = line.group("double");
    if (quoted != null) {
      return quoted.replaceAll("\\\\(.)", "$1");
    }
    String single = line.group("single");
    return single != null ? single : line.group("plain");
  }
}
