package workshop.personaltodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.webtesting.Answer;
import tools.jackson.databind.JsonNode;

/** What the routes do when all is well. */
class TodosTest {

  @RegisterExtension static final ServedTodos api = new ServedTodos();

  @Test
  void addsOneAndSaysWhereItIs() {
    Answer made = api.post("/todos", "{\"title\": \"Milk\", \"description\": \"two bottles\"}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().propertyNames())
        .containsExactly(
            "id", "title", "description", "is_completed", "created_at", "updated_at", "deleted_at");
    assertThat(made.json().get("is_completed").asBoolean()).isFalse();
    assertThat(made.json().get("deleted_at").isNull()).isTrue();
    assertThat(made.json().get("created_at").asString()).endsWith("Z");
    assertThat(Instant.parse(made.json().get("created_at").asString()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    Answer shown = api.get(made.header("Location"));
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.json()).isEqualTo(made.json());
    assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void changesOnlyWhatThePatchMentions() {
    long id =
        api.post("/todos", "{\"title\": \"Tea\", \"description\": \"green\"}")
            .json()
            .get("id")
            .asLong();

    JsonNode done = api.patch("/todos/" + id, "{\"is_completed\": true}").json();
    assertThat(done.get("title").asString()).isEqualTo("Tea");
    assertThat(done.get("description").asString()).isEqualTo("green");
    assertThat(done.get("is_completed").asBoolean()).isTrue();

    JsonNode cleared = api.patch("/todos/" + id, "{\"description\": null}").json();
    assertThat(cleared.get("description").isNull()).isTrue();
    assertThat(cleared.get("is_completed").asBoolean()).isTrue();
    assertThat(Instant.parse(cleared.get("updated_at").asString()))
        .isAfter(Instant.parse(done.get("updated_at").asString()));
  }

  @Test
  void anEmptyPatchChangesNothing() {
    long id = api.add("Rest");
    JsonNode before = api.get("/todos/" + id).json();

    Answer same = api.patch("/todos/" + id, "{}");

    assertThat(same.status()).isEqualTo(200);
    assertThat(same.json()).isEqualTo(before);
  }

  @Test
  void deletingIsSoftUntilItIsPermanent() {
    long id = api.add("Old papers");
    String path = "/todos/" + id;

    assertThat(api.delete(path).status()).isEqualTo(204);
    String deletedAt = api.get(path).json().get("deleted_at").asString();
    assertThat(Instant.parse(deletedAt)).isBeforeOrEqualTo(Instant.now().plusSeconds(60));
    assertThat(api.delete(path).status()).isEqualTo(204);
    assertThat(api.get(path).json().get("deleted_at").asString()).isEqualTo(deletedAt);

    Answer conflict = api.patch(path, "{\"title\": \"New papers\"}");
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.json().get("detail").asString()).contains("/restore");
    assertThat(api.patch(path, "{}").status()).isEqualTo(409);

    assertThat(api.post(path + "/restore", "").json().get("deleted_at").isNull()).isTrue();
    assertThat(api.post(path + "/restore", "").status()).isEqualTo(200);
    assertThat(api.patch(path, "{\"title\": \"New papers\"}").status()).isEqualTo(200);

    assertThat(api.delete(path + "?permanent=true").status()).isEqualTo(204);
    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(api.post(path + "/restore", "").status()).isEqualTo(404);
    assertThat(api.delete(path).status()).isEqualTo(404);
  }

  @Test
  void listsByWhatIsDoneAndWhatIsInTheBin() {
    long open = api.add("filter open");
    long done = api.add("filter done");
    long gone = api.add("filter gone");
    api.patch("/todos/" + done, "{\"is_completed\": true}");
    api.delete("/todos/" + gone);

    assertThat(ids("search=filter")).containsExactly(done, open);
    assertThat(ids("search=filter&completed=true")).containsExactly(done);
    assertThat(ids("search=filter&completed=false")).containsExactly(open);
    assertThat(ids("search=filter&deleted=true")).containsExactly(gone);
    assertThat(ids("search=filter&deleted=all")).containsExactly(gone, done, open);
  }

  @Test
  void searchesForTheTextAsItStands() {
    long percent = api.add("100% wool");
    long plain = api.add("100 wools");
    long underscore = api.add("snake_case Ärger");

    assertThat(ids("search=" + encoded("100%"))).containsExactly(percent);
    assertThat(ids("search=" + encoded("e_c"))).containsExactly(underscore);
    assertThat(ids("search=" + encoded("_"))).containsExactly(underscore);
    assertThat(ids("search=WOOL")).containsExactly(plain, percent);
    assertThat(ids("search=" + encoded("äRGER"))).containsExactly(underscore);
    assertThat(ids("search=" + encoded("\\"))).isEmpty();
    assertThat(ids("search=" + encoded("' OR '1'='1"))).isEmpty();
  }

  @Test
  void searchesInDescriptionsToo() {
    long id =
        api.post("/todos", "{\"title\": \"x\", \"description\": \"needle here\"}")
            .json()
            .get("id")
            .asLong();

    assertThat(ids("search=NEEDLE")).containsExactly(id);
  }

  @Test
  void takesATitleOfTheLengthThatThePostgresColumnHas() {
    String title = "\uD83D\uDE00".repeat(255);

    long id = api.add(title);

    assertThat(api.get("/todos/" + id).json().get("title").asString()).isEqualTo(title);
  }

  private static List<Long> ids(String query) {
    return api.get("/todos?" + query)
        .json()
        .get("items")
        .valueStream()
        .map(todo -> todo.get("id").asLong())
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
