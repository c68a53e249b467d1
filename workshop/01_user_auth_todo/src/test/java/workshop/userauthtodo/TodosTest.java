package workshop.userauthtodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.Answer;
import tools.jackson.databind.JsonNode;

/** Todos of one's own: a life of one, and lists. */
class TodosTest {

  @RegisterExtension static final AuthApi api = AuthApi.shared();

  private User user;

  @BeforeEach
  void somebody() {
    user = api.newUser();
  }

  @Test
  void fromAddingOneToRemovingItForGood() {
    Answer made = user.post("/todos", Map.of("title", "Write", "description", "a letter"));
    assertThat(made.status()).isEqualTo(201);
    String todo = made.header("Location");

    assertThat(user.get(todo).body()).isEqualTo(made.body());
    assertThat(
            user.patch(todo, Map.of("is_completed", true)).json().get("is_completed").asBoolean())
        .isTrue();
    JsonNode cleared = user.patch(todo, Collections.singletonMap("description", null)).json();
    assertThat(cleared.get("description").isNull()).isTrue();
    assertThat(cleared.get("title").asString()).isEqualTo("Write");
    assertThat(user.delete(todo).status()).isEqualTo(204);
    assertThat(user.delete(todo).status()).as("once more changes nothing").isEqualTo(204);
    assertThat(user.patch(todo, Map.of("title", "x")).status()).isEqualTo(409);
    assertThat(user.patch(todo, Map.of()).status()).isEqualTo(409);
    assertThat(user.post(todo + "/restore").json().get("deleted_at").isNull()).isTrue();
    assertThat(user.patch(todo, Map.of()).status()).isEqualTo(200);
    assertThat(user.delete(todo + "?permanent=true").status()).isEqualTo(204);
    assertThat(user.get(todo).status()).isEqualTo(404);
  }

  @Test
  void aChangeOfAVersionThatIsNotTheNewestIsRefused() {
    String todo = "/todos/" + user.add("Write a letter");
    assertThat(version(user.get(todo))).isEqualTo(1);
    assertThat(version(user.patch(todo, Map.of("title", "Write two", "version", 1)))).isEqualTo(2);

    Answer late = user.patch(todo, Map.of("is_completed", true, "version", 1));

    late.expectProblem(409, "conflict", "has changed since it was read");
    JsonNode now = user.get(todo).json();
    assertThat(now.get("is_completed").asBoolean()).isFalse();
    assertThat(now.get("title").asString()).isEqualTo("Write two");
    assertThat(user.patch(todo, Map.of("version", 1)).status()).isEqualTo(409);
    assertThat(version(user.patch(todo, Map.of("version", 2)))).as("nothing changed").isEqualTo(2);
    Answer unseen = user.patch(todo, Map.of("title", "Write three"));
    assertThat(version(unseen)).as("without a version it is not asked for").isEqualTo(3);
    assertThat(unseen.text("updated_at")).isGreaterThan(now.get("updated_at").asString());
  }

  /** All have read the same version: one is first, and no change is lost unseen. */
  @Test
  void ofChangesAtOnceOneWins() throws Exception {
    String todo = "/todos/" + user.add("Write");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> change =
          () -> user.patch(todo, Map.of("title", "Write more", "version", 1)).status();
      assertThat(threads.invokeAll(Collections.nCopies(8, change)))
          .extracting(Future::resultNow)
          .containsOnlyOnce(200)
          .containsOnly(200, 409);
    }
    assertThat(version(user.get(todo))).isEqualTo(2);
  }

  @Test
  void listsAreOnesOwnNewestFirstAPageAtATime() {
    User other = api.newUser();
    user.add("one");
    other.add("not mine");
    user.add("two");
    other.add("nor this");
    user.add("three");

    JsonNode page = user.get("/todos?limit=2").json();

    assertThat(titles(page)).containsExactly("three", "two");
    JsonNode last = user.get(page.get("next").asString()).json();
    assertThat(titles(last)).containsExactly("one");
    assertThat(last.get("next").isNull()).isTrue();
    assertThat(titles(other.get("/todos").json())).containsExactly("nor this", "not mine");
  }

  @Test
  void theyCanBeSearchedAndFiltered() {
    user.add("Milk");
    long bread = user.add("Bread");
    user.patch("/todos/" + bread, Map.of("is_completed", true));
    user.delete("/todos/" + user.add("Binned"));

    assertThat(titles(user.get("/todos?search=mil").json())).containsExactly("Milk");
    assertThat(titles(user.get("/todos?completed=true").json())).containsExactly("Bread");
    assertThat(titles(user.get("/todos?deleted=true").json())).containsExactly("Binned");
    assertThat(titles(user.get("/todos?deleted=all").json())).hasSize(3);
  }

  private static int version(Answer answer) {
    return answer.json().get("version").asInt();
  }

  private static List<String> titles(JsonNode page) {
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .map(item -> item.get("title").asString())
        .toList();
  }
}
