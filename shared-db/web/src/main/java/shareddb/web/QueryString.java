package shareddb.web;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A query string, read strictly: what is badly encoded or given twice is refused, not guessed. */
record QueryString(Map<String, String> values) {

  static QueryString parse(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return new QueryString(Map.of());
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        put(values, decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
      }
    }
    return new QueryString(values);
  }

  /** The same with one value in another's place. */
  String with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return changed.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static void put(Map<String, String> values, String name, String value) {
    if (values.put(name, value) != null) {
      throw ProblemException.invalidParameters(
          List.of(FieldError.ofParameter(name, "is given more than once")));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0 && text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes(text)).toString();
    } catch (CharacterCodingException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw ProblemException.of(
          ProblemType.BAD_REQUEST, "The query is not UTF-8 in percent encoding: " + shown(text));
    }
  }

  private static ByteBuffer bytes(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.put((byte) HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 2;
      } else {
        bytes.put((byte) (c == '+' ? ' ' : c));
      }
    }
    return bytes.flip();
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
