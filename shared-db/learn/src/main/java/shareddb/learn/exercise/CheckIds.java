package shareddb.learn.exercise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives each check a name: its own, or its kind, and for the second of a kind {@code rows-2}. */
final class CheckIds {

  private CheckIds() {}

  static List<CheckEntry> given(List<CheckEntry> checks, Path file) {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> ids = new HashSet<>();
    List<CheckEntry> named = new ArrayList<>();
    for (CheckEntry check : checks) {
      List<String> kinds = check.kinds();
      if (kinds.size() != 1) {
        throw new InvalidExercise(
            file,
            "check %d has %s: one kind each"
                .formatted(named.size() + 1, kinds.isEmpty() ? "no kind" : "the kinds " + kinds));
      }
      int place = counts.merge(kinds.getFirst(), 1, Integer::sum);
      CheckEntry next =
          check.id().isPresent()
              ? check
              : check.named(kinds.getFirst() + (place == 1 ? "" : "-" + place));
      if (!ids.add(next.name())) {
        throw new InvalidExercise(file, "two checks have the id " + next.name());
      }
      named.add(next);
    }
    return List.copyOf(named);
  }
}
