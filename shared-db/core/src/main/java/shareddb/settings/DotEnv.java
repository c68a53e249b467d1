package shareddb.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code .env} file, in the part of its syntax that Docker Compose and shells agree on. */
final class DotEnv {

  private static final Pattern LINE =
      Pattern.compile(
          "(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*"
              + "(?:\"(?<double>(?:[^\"\\\\]|\\\\.)*)\"|'(?<single>[^']*)'|(?<plain>.*?))"
              + "\\s*(?:(?<=\\s)#.*)?");

  private DotEnv() {}

  /** What the file sets; nothing where there is no file. */
  static Map<String, String> read(Path file) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static Map<String, String> parse(String text) {
    Map<String, String> values = new HashMap<>();
    for (String line : text.lines().map(String::strip).toList()) {
      Matcher matcher = LINE.matcher(line);
      if (!line.startsWith("#") && matcher.matches()) {
        values.put(matcher.group("name"), value(matcher));
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
