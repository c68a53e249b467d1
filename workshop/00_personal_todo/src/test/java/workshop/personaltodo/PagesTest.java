package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.Answer;
import tools.jackson.databind.JsonNode;

/** Walking through a list by its next links. */
class PagesTest {

  @RegisterExtension static final ServedTodos api = new ServedTodos();

  @Test
  void everyTodoIsSeenOnceAlthoughOthersComeAndGo() {
    List<Long> before = LongStream.range(0, 25).map(i -> api.add("walk " + i)).boxed().toList();

    List<Long> seen = new ArrayList<>();
    String next = "/todos?limit=4&search=walk&deleted=all";
    while (!next.isEmpty()) {
      Answer page = api.get(next);
      assertThat(page.status()).isEqualTo(200);
      page.json().get("items").valueStream().forEach(todo -> seen.add(todo.get("id").asLong()));
      next = next(page);
      // New ones come before the first page, and one that was seen goes.
      api.add("walk on");
      api.delete("/todos/" + seen.getFirst() + "?permanent=true");
    }

    assertThat(seen).containsExactlyElementsOf(before.reversed());
  }

  @Test
  void theNextLinkKeepsTheFiltersAndIsAHeaderToo() {
    api.add("keep & carry");
    api.add("keep & carry");

    Answer first = api.get("/todos?limit=1&search=keep%20%26&completed=false");

    String next = next(first);
    assertThat(next)
        .startsWith("/todos?")
        .contains("limit=1", "completed=false", "search=keep+%26");
    assertThat(first.header("Link")).isEqualTo("<" + next + ">; rel=\"next\"");
    Answer second = api.get(next);
    assertThat(second.json().get("items").size()).isEqualTo(1);
    assertThat(second.json().get("next").isNull()).isTrue();
    assertThat(second.header("Link")).isEmpty();
  }

  @Test
  void aPageThatIsJustFullIsTheLast() {
    api.add("just full");
    api.add("just full");

    Answer page = api.get("/todos?limit=2&search=just");

    assertThat(page.json().get("items").size()).isEqualTo(2);
    assertThat(page.json().get("next").isNull()).isTrue();
  }

  /** Empty on the last page. */
  private static String next(Answer page) {
    JsonNode next = page.json().get("next");
    return next.isNull() ? "" : next.asString();
  }
}
