package shareddb.learn.program;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Compares JSON with what is wanted: members that are not named are free. */
final class JsonMatch {

  private JsonMatch() {}

  /** The first difference. */
  static Optional<String> difference(JsonNode wanted, JsonNode found) {
    return difference("", wanted, found);
  }

  private static Optional<String> difference(String at, JsonNode wanted, JsonNode found) {
    if (wanted.isObject()) {
      return found.isObject() ? members(at, wanted, found) : differs(at, wanted, found);
    }
    if (wanted.isArray()) {
      return found.isArray() ? elements(at, wanted, found) : differs(at, wanted, found);
    }
    boolean same =
        (wanted.isNumber() && found.isNumber())
            ? wanted.decimalValue().compareTo(found.decimalValue()) == 0
            : wanted.equals(found);
    return same ? Optional.empty() : differs(at, wanted, found);
  }

  private static Optional<String> members(String at, JsonNode wanted, JsonNode found) {
    for (Map.Entry<String, JsonNode> member : wanted.properties()) {
      String name = at.isEmpty() ? member.getKey() : at + "." + member.getKey();
      JsonNode value = found.get(member.getKey());
      if (value == null) {
        return Optional.of(name + " is not in the answer");
      }
      Optional<String> difference = difference(name, member.getValue(), value);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> elements(String at, JsonNode wanted, JsonNode found) {
    if (wanted.size() != found.size()) {
      return Optional.of(
          "%s has %d elements, wanted %d"
              .formatted(at.isEmpty() ? "the answer" : at, found.size(), wanted.size()));
    }
    for (int i = 0; i < wanted.size(); i++) {
      Optional<String> difference = difference(at + "[" + i + "]", wanted.get(i), found.get(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> differs(String at, JsonNode wanted, JsonNode found) {
    String text = found.toString();
    return Optional.of(
        "%s is %s, wanted %s"
            .formatted(
                at.isEmpty() ? "the answer" : at,
                text.length() <= 80 ? text : text.substring(0, 79) + "…",
                wanted));
  }
}
