package workshop.zerodowntimetodo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ServedModule;

/** Version 6 of the API over HTTP, over a schema at version 6. */
final class TodosTest {

  @RegisterExtension static final ServedModule api = new ServedModule(new ZeroDowntimeTodo());

  @Test
  void whatIsAddedIsShownListedAndChanged() {
    Answer made = add("Water the plants").expect(201);

    String path = made.header("Location");
    assertThat(made.body()).contains("\"status\":\"open\"").contains("\"priority\":3");
    assertThat(api.client().get(path).body()).isEqualTo(made.body());
    assertThat(api.client().get("/todos").body()).contains(made.body());
    assertThat(api.client().patch(path, "{\"status\": \"doing\"}").expect(200).body())
        .contains("\"status\":\"doing\"");
  }

  @Test
  void aBlankSummaryAndAnUnknownStatusAreRefused() {
    add("  ").expectProblem(400, "invalid-body", "#/summary must not be blank");
    String path = add("Read").header("Location");
    api.client().patch(path, "{\"status\": \"later\"}").expect(400);
    api.client().patch("/todos/987654321", "{\"status\": \"done\"}").expect(404);
  }

  private static Answer add(String summary) {
    return api.client().post("/todos", "{\"summary\": \"" + summary + "\"}");
  }
}
