package workshop.requirements.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Groups: their names, their requirements, and which can be deleted. */
public abstract class GroupsSuite {

  private final Stage stage;

  protected GroupsSuite(Stage stage) {
    this.stage = stage;
  }

  @Test
  void aNameIsUniqueInAProject() {
    Place one = stage.newPlace();
    Place other = stage.newPlace();
    one.addGroup("Users");
    other.addGroup("Users");

    one.editor().post("/groups", Map.of("name", "Users")).expectProblem(409, "conflict", "Users");
    long second = one.addGroup("Second");
    one.editor()
        .patch("/groups/" + second, Map.of("name", "Users"))
        .expectProblem(409, "conflict", "Users");
    assertThat(one.viewer().get("/groups").items())
        .extracting(g -> g.get("name").asString())
        .containsExactly("Users", "Second");
  }

  @Test
  void aRenamedGroupKeepsItsRequirements() {
    Place place = stage.newPlace();
    long id = place.addGroup("Users");
    place.add(Map.of("title", "Login", "group", "Users"));

    place.editor().patch("/groups/" + id, Map.of("name", "People")).expect(200);

    JsonNode login = place.viewer().get("/requirements/REQ-1").json();
    assertThat(login.get("group").asString()).isEqualTo("People");
    assertThat(place.keys("?group=People")).containsExactly("REQ-1");
  }

  @Test
  void theBoardShowsEachGroupWithItsRequirements() {
    Place place = stage.newPlace();
    List.of("Users", "Empty").forEach(place::addGroup);
    place.add(Map.of("title", "Login", "group", "Users"));
    place.add(Map.of("title", "Outside"));
    place.add(Map.of("title", "Logout", "group", "Users", "status", "done"));

    List<JsonNode> groups = place.viewer().get("/board").expect(200).items();

    assertThat(groups).extracting(g -> g.get("name").asString()).containsExactly("Users", "Empty");
    assertThat(groups.getFirst().get("requirements"))
        .hasToString(
            """
            [{"key":"REQ-1","title":"Login","status":"draft"},\
            {"key":"REQ-3","title":"Logout","status":"done"}]\
            """);
    assertThat(groups.getLast().get("requirements")).isEmpty();
  }

  @Test
  void aGroupIsDeletedOnlyWhenItIsEmpty() {
    Place place = stage.newPlace();
    long id = place.addGroup("Users");
    place.add(Map.of("title", "Login", "group", "Users"));

    place.editor().delete("/groups/" + id).expectProblem(409, "conflict", "Requirements are in");
    place.change("REQ-1", Place.cleared("group")).expect(200);
    place.editor().delete("/groups/" + id).expect(204);

    place.viewer().get("/groups/" + id).expectProblem(404, "not-found", "no group");
  }

  @Test
  void anotherProjectsGroupIsNotThere() {
    Place one = stage.newPlace();
    Place other = stage.newPlace();
    // As many in this one, so that where ids count in each project it is another group's id.
    List.of("a", "b").forEach(one::addGroup);
    long foreign = List.of("c", "d", "e").stream().map(other::addGroup).toList().getLast();

    one.viewer().get("/groups/" + foreign).expectProblem(404, "not-found", "no group");
    one.editor().patch("/groups/" + foreign, Map.of("name", "x")).expect(404);
    one.editor().delete("/groups/" + foreign).expect(404);
    one.editor()
        .post("/requirements", Map.of("title", "a", "group", "e"))
        .expectProblem(400, "invalid-body", "no group here");
    assertThat(other.viewer().get("/groups/" + foreign).text("name")).isEqualTo("e");
  }
}
