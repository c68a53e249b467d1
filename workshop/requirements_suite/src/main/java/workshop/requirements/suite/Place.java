package workshop.requirements.suite;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ApiClient;

/**
 * A project, as people of different roles reach it: every path begins in it.
 *
 * @param stranger a person who is known, and no member of it
 * @param nobody sends requests without a person
 */
public record Place(
    ApiClient owner, ApiClient editor, ApiClient viewer, ApiClient stranger, ApiClient nobody) {

  /** Returns its key. */
  String add(String title) {
    return add(Map.of("title", title)).text("key");
  }

  Answer add(Map<String, ? extends @Nullable Object> requirement) {
    return editor.post("/requirements", requirement).expect(201);
  }

  long addGroup(String name) {
    return editor.post("/groups", Map.of("name", name)).expect(201).json().get("id").asLong();
  }

  Answer change(String key, Map<String, ? extends @Nullable Object> change) {
    return editor.patch("/requirements/" + key, change);
  }

  /** Map.of knows no null. */
  static Map<String, @Nullable Object> cleared(String field) {
    Map<String, @Nullable Object> change = new HashMap<>();
    change.put(field, null);
    return change;
  }

  List<String> keys(String query) {
    return viewer.get("/requirements" + query).expect(200).items().stream()
        .map(item -> item.get("key").asString())
        .toList();
  }

  List<String> titles(String query) {
    return viewer.get("/requirements" + query).expect(200).items().stream()
        .map(item -> item.get("title").asString())
        .toList();
  }

  Answer send(String csv) {
    return editor.send("POST", "/requirements.csv", "text/csv", csv);
  }
}
