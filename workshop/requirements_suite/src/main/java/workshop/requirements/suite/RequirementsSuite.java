package workshop.requirements.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.webtesting.Answer;
import tools.jackson.databind.JsonNode;

/** Requirements: their keys, changing them, finding them. */
public abstract class RequirementsSuite {

  private final Stage stage;

  protected RequirementsSuite(Stage stage) {
    this.stage = stage;
  }

  @Test
  void keysCountInEachProjectFromOne() {
    Place one = stage.newPlace();
    Place other = stage.newPlace();

    assertThat(List.of(one.add("a"), other.add("b"), one.add("c")))
        .containsExactly("REQ-1", "REQ-1", "REQ-2");
    assertThat(one.titles("")).containsExactly("a", "c");
    assertThat(other.titles("")).containsExactly("b");
    other.viewer().get("/requirements/REQ-2").expectProblem(404, "not-found", "REQ-2");
  }

  @Test
  void whatIsLeftOutHasItsDefaultAndTheLocationLeadsToIt() {
    Place place = stage.newPlace();

    Answer added = place.add(Map.of("title", "Login"));

    assertThat(added.json().get("status").asString()).isEqualTo("draft");
    assertThat(added.json().get("priority").asString()).isEqualTo("medium");
    assertThat(added.json().get("text").isNull()).isTrue();
    assertThat(added.json().get("group").isNull()).isTrue();
    Answer found = place.viewer().within("").get(added.header("Location")).expect(200);
    assertThat(found.json()).isEqualTo(added.json());
  }

  @Test
  void aFieldThatIsLeftOutStaysAndNullClears() {
    Place place = stage.newPlace();
    place.addGroup("Users");
    JsonNode before =
        place
            .add(Map.of("title", "Login", "text", "By email", "priority", "high", "group", "Users"))
            .json();

    assertThat(place.change("REQ-1", Map.of()).expect(200).json()).isEqualTo(before);
    JsonNode approved = place.change("REQ-1", Map.of("status", "approved")).expect(200).json();
    assertThat(approved.get("text").asString()).isEqualTo("By email");
    assertThat(approved.get("group").asString()).isEqualTo("Users");
    assertThat(approved.get("priority").asString()).isEqualTo("high");
    assertThat(approved.get("updated_at")).isNotEqualTo(before.get("updated_at"));
    place.change("REQ-1", Place.cleared("text")).expect(200);
    JsonNode cleared = place.change("REQ-1", Place.cleared("group")).expect(200).json();
    assertThat(cleared.get("text").isNull()).isTrue();
    assertThat(cleared.get("group").isNull()).isTrue();
    assertThat(cleared.get("status").asString()).isEqualTo("approved");
  }

  @Test
  void filtersAndSearchGoTogether() {
    Place place = stage.newPlace();
    place.addGroup("Users");
    place.add(Map.of("title", "Login by EMAIL", "status", "done", "group", "Users"));
    place.add(Map.of("title", "Logout", "text", "forgets the e_mail", "priority", "high"));
    place.add(Map.of("title", "100 % uptime", "status", "done", "priority", "high"));

    assertThat(place.keys("?status=done")).containsExactly("REQ-1", "REQ-3");
    assertThat(place.keys("?status=done&priority=high")).containsExactly("REQ-3");
    assertThat(place.keys("?group=Users")).containsExactly("REQ-1");
    assertThat(place.keys("?group=Nobody")).isEmpty();
    assertThat(place.keys("?search=email")).containsExactly("REQ-1");
    assertThat(place.keys("?search=e_mail")).as("no wildcard").containsExactly("REQ-2");
    assertThat(place.keys("?search=%25")).as("no wildcard").containsExactly("REQ-3");
    assertThat(place.keys("?search=LOG&priority=medium")).containsExactly("REQ-1");
  }

  @Test
  void pagesHoldEachOnceInOrder() {
    Place place = stage.newPlace();
    List<String> all = IntStream.range(0, 11).mapToObj(i -> place.add("r" + i)).toList();

    List<String> seen = new ArrayList<>();
    Answer page = place.viewer().get("/requirements?limit=4&status=draft");
    while (true) {
      page.expect(200).items().forEach(item -> seen.add(item.get("key").asString()));
      JsonNode next = page.json().get("next");
      if (next.isNull()) {
        break;
      }
      page = place.viewer().within("").get(next.asString());
    }

    assertThat(seen).containsExactlyElementsOf(all);
  }

  @Test
  void manyWhoAddAtOnceLeaveNoGap() throws Exception {
    Place place = stage.newPlace();
    List<Callable<String>> adding =
        IntStream.rangeClosed(1, 40)
            .<Callable<String>>mapToObj(i -> () -> place.add("at once " + i))
            .toList();

    List<String> keys = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> key : threads.invokeAll(adding)) {
        keys.add(key.get());
      }
    }

    assertThat(keys)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 40).mapToObj(i -> "REQ-" + i).toList());
  }

  @Test
  void theHistoryTellsWhoChangedWhatNewestFirst() {
    Place place = stage.newPlace();
    place.addGroup("Users");
    place.add(Map.of("title", "Login", "text", "By email"));
    place.change("REQ-1", Map.of("title", "Log in", "group", "Users")).expect(200);
    place.change("REQ-1", Map.of("title", "Log in")).expect(200);
    place.owner().patch("/requirements/REQ-1", Place.cleared("text")).expect(200);

    List<JsonNode> entries = place.viewer().get("/requirements/REQ-1/history").expect(200).items();

    assertThat(entries)
        .extracting(RequirementsSuite::told)
        .startsWith("text: By email → null")
        .containsExactlyInAnyOrder(
            "text: By email → null", "title: Login → Log in", "group: null → Users");
    assertThat(entries.getFirst().get("changed_by"))
        .isNotEqualTo(entries.getLast().get("changed_by"));
    assertThat(place.viewer().get("/requirements/REQ-1/history?limit=1").items()).hasSize(1);
    place.viewer().get("/requirements/REQ-2/history").expectProblem(404, "not-found", "REQ-2");
  }

  @Test
  void theHistoryTellsWhenEachValueWasReplaced() {
    Place place = stage.newPlace();
    place.add(Map.of("title", "one"));
    List.of("two", "three").forEach(t -> place.change("REQ-1", Map.of("title", t)).expect(200));
    place.change("REQ-1", Map.of("status", "done")).expect(200);

    List<JsonNode> entries = place.viewer().get("/requirements/REQ-1/history").items();

    assertThat(entries.get(0).get("replaced_at").isNull()).as("the status is still done").isTrue();
    assertThat(entries.get(1).get("replaced_at").isNull()).as("the title is still three").isTrue();
    assertThat(entries.get(2).get("replaced_at")).isEqualTo(entries.get(1).get("changed_at"));
    Answer second = place.viewer().get("/requirements/REQ-1/history?limit=2");
    Answer rest = place.viewer().within("").get(second.text("next"));
    assertThat(rest.items().getFirst()).as("a page cuts no window").isEqualTo(entries.get(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                  | #/title is missing",
        "{\"title\": \" \"}                  | #/title must not be blank",
        "{\"title\": \"a\", \"status\": \"open\"} | #/status must be one of draft, approved, done,"
            + " rejected",
        "{\"title\": \"a\", \"status\": \"DONE\"} | #/status must be one of",
        "{\"title\": \"a\", \"status\": 1}   | #/status must be",
        "{\"title\": \"a\", \"status\": \"\"} | #/status must be one of",
        "{\"title\": \"a\", \"priority\": null} | #/priority must be",
        "{\"title\": \"a\", \"text\": \"\\u0000\"} | #/text must not contain a NUL",
        "{\"title\": \"a\", \"group\": \"\"} | #/group must not be blank",
        "{\"title\": \"a\", \"group\": \"No such\"} | #/group names \"No such\", which is no group"
            + " here",
        "{\"title\": \"a\", \"key\": \"REQ-7\"} | #/key is unknown",
      })
  void aBodyThatDoesNotFit(String body, String says) {
    Place place = stage.newPlace();

    place.editor().post("/requirements", body).expectProblem(400, "invalid-body", says);
    assertThat(place.keys("")).isEmpty();
    assertThat(place.add("next")).as("no number is lost").isEqualTo("REQ-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"REQ-2", "REQ-01", "req-1", "1", "REQ-", "REQ-99999999999", "REQ-1x"})
  void aKeyThatIsNotThere(String key) {
    Place place = stage.newPlace();
    place.add("a");

    place.viewer().get("/requirements/" + key).expectProblem(404, "not-found", "no requirement");
    place.change(key, Map.of("title", "b")).expectProblem(404, "not-found", "no requirement");
  }

  private static String told(JsonNode entry) {
    return entry.get("field").asString()
        + ": "
        + text(entry, "before")
        + " → "
        + text(entry, "after");
  }

  private static String text(JsonNode entry, String field) {
    return entry.get(field).isNull() ? "null" : entry.get(field).asString();
  }
}
