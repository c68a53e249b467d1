package workshop.@package@;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.Answer;
import shareddb.webtesting.ServedModule;

/** The API over HTTP, on a free port, over a database of its own. */
final class NotesTest {

  @RegisterExtension static final ServedModule api = new ServedModule(new @Api@());

  @Test
  void whatIsAddedIsShownListedAndRemoved() {
    Answer made = add("Water the plants").expect(201);

    String path = made.header("Location");
    assertThat(api.client().get(path).body()).isEqualTo(made.body());
    assertThat(api.client().get("/notes").body()).contains(made.body());

    api.client().delete(path).expect(204);
    api.client().get(path).expect(404);
    api.client().delete(path).expect(404);
  }

  @Test
  void aBlankBodyIsRefused() {
    add("  ").expectProblem(400, "invalid-body", "#/body must not be blank");
  }

  @Test
  void theNextPageBeginsBehindTheLast() {
    add("first");
    add("second");

    Answer page = api.client().get("/notes?limit=1");

    assertThat(page.body()).contains("second").doesNotContain("first");
    assertThat(page.header("Link")).contains("rel=\"next\"");
  }

  private static Answer add(String body) {
    return api.client().post("/notes", "{\"body\": \"" + body + "\"}");
  }
}
