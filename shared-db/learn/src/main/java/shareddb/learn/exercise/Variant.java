package shareddb.learn.exercise;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shareddb.base.names.Sha256;
import tools.jackson.databind.JsonNode;

/**
 * The names and numbers of an exercise that differ from learner to learner, so that an answer
 * cannot be passed on. A digest of learner, exercise and name chooses one of the values.
 */
final class Variant {

  private Variant() {}

  static ExerciseText of(Map<String, List<JsonNode>> varies, String learner, ExerciseId id) {
    Map<String, String> values = new TreeMap<>();
    varies.forEach(
        (name, choices) -> {
          JsonNode chosen = choices.get(place(learner + "\n" + id + "\n" + name, choices.size()));
          if (chosen.isObject()) {
            chosen
                .properties()
                .forEach(e -> values.put(name + "." + e.getKey(), text(e.getValue())));
          } else {
            values.put(name, text(chosen));
          }
        });
    return new ExerciseText(values, true);
  }

  private static String text(JsonNode value) {
    return value.asString();
  }

  private static int place(String text, int choices) {
    return (int) (Long.parseLong(Sha256.of(text).substring(0, 8), 16) % choices);
  }
}
