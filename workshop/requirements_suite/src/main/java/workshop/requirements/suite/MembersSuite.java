package workshop.requirements.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.webtesting.ApiClient;
import tools.jackson.databind.JsonNode;

/** Members: what each role may do, and that there is always an owner. */
public abstract class MembersSuite {

  private static final Map<String, String> SOMEBODY =
      Map.of("email", "Somebody@Example.org", "role", "viewer");

  private final Stage stage;

  protected MembersSuite(Stage stage) {
    this.stage = stage;
  }

  @Test
  void whoeverIsNoMemberFindsNothing() {
    Place place = stage.newPlace();
    place.add("a");

    for (String path : List.of("/requirements", "/requirements/REQ-1", "/groups", "/members")) {
      place.stranger().get(path).expectProblem(404, "not-found", "");
      place.nobody().get(path).expectProblem(401, "unauthenticated", "");
    }
    place.stranger().post("/requirements", Map.of("title", "b")).expect(404);
    place.stranger().send("POST", "/requirements.csv", "text/csv", "title\nb\n").expect(404);
    place.stranger().get("/requirements.csv").expectProblem(404, "not-found", "");
    assertThat(place.keys("")).containsExactly("REQ-1");
  }

  @Test
  void aViewerReadsAnEditorWritesAnOwnerManages() {
    Place place = stage.newPlace();
    place.add("a");
    long group = place.addGroup("Users");

    refused(place.viewer(), "POST", "/requirements", "{\"title\": \"b\"}");
    refused(place.viewer(), "PATCH", "/requirements/REQ-1", "{\"title\": \"b\"}");
    refused(place.viewer(), "POST", "/groups", "{\"name\": \"b\"}");
    refused(place.viewer(), "PATCH", "/groups/" + group, "{\"name\": \"b\"}");
    place.viewer().delete("/groups/" + group).expectProblem(403, "forbidden", "editor");
    place.viewer().send("POST", "/requirements.csv", "text/csv", "title\nb\n").expect(403);
    long id = id(place, "viewer");
    refused(place.editor(), "POST", "/members", "{\"email\": \"a@b.org\", \"role\": \"viewer\"}");
    refused(place.editor(), "PATCH", "/members/" + id, "{\"role\": \"owner\"}");
    place.editor().delete("/members/" + id).expectProblem(403, "forbidden", "owner");
    assertThat(place.titles("")).containsExactly("a");
  }

  @Test
  void anOwnerLetsInChangesAndPutsOut() {
    Place place = stage.newPlace();

    JsonNode made = place.owner().post("/members", SOMEBODY).expect(201).json();
    assertThat(made.get("email").asString()).isEqualTo("somebody@example.org");
    String path = "/members/" + made.get("id").asLong();
    place.owner().post("/members", SOMEBODY).expectProblem(409, "conflict", "already");
    place.owner().patch(path, Map.of("role", "editor")).expect(200);
    assertThat(place.viewer().get(path).text("role")).isEqualTo("editor");
    place.owner().delete(path).expect(204);
    place.owner().get(path).expectProblem(404, "not-found", "no member");

    long viewer = id(place, "viewer");
    place.owner().delete("/members/" + viewer).expect(204);
    place.viewer().get("/requirements").expect(404);
  }

  @Test
  void anOwnerIsAlwaysLeft() {
    Place place = stage.newPlace();
    String owner = "/members/" + id(place, "owner");

    place.owner().delete(owner).expectProblem(409, "conflict", "only owner");
    place.owner().patch(owner, Map.of("role", "viewer")).expectProblem(409, "conflict", "only");
    place.owner().patch("/members/" + id(place, "editor"), Map.of("role", "owner")).expect(200);
    place.owner().patch(owner, Map.of("role", "viewer")).expect(200);
    place.owner().post("/members", SOMEBODY).expect(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "@",
        "a@",
        "@b.org",
        "a b@c.org",
        "a@b c.org",
        "ä@b.org",
        "\u212Aim@b.org"
      })
  void whatIsNoEmail(String email) {
    Place place = stage.newPlace();

    place
        .owner()
        .post("/members", Map.of("email", email, "role", "viewer"))
        .expectProblem(400, "invalid-body", "#/email is no email address");
  }

  private static void refused(ApiClient who, String method, String path, String body) {
    who.send(method, path, "application/json", body)
        .expectProblem(403, "forbidden", "This takes the role");
  }

  private static long id(Place place, String role) {
    return place.owner().get("/members").items().stream()
        .filter(member -> member.get("role").asString().equals(role))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asLong();
  }
}
