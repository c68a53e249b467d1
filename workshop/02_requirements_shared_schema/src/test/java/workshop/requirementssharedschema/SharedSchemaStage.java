package workshop.requirementssharedschema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.Case;
import shareddb.webtesting.ServedModule;
import workshop.requirements.suite.Place;
import workshop.requirements.suite.Stage;
import workshop.requirements.suite.Statements;

/** This module, as the suite needs it: a project is a path, and people say who they are. */
record SharedSchemaStage(ServedModule module) implements Stage {

  private static final AtomicInteger PROJECTS = new AtomicInteger();

  SharedSchemaStage() {
    this(new ServedModule(new RequirementsSharedSchema()));
  }

  @Override
  public String prefix() {
    return "/projects/{project_id}";
  }

  @Override
  public Place newPlace() {
    int number = PROJECTS.incrementAndGet();
    ApiClient owner = user("owner" + number);
    long id =
        owner
            .post("/projects", Map.of("name", "Project " + number))
            .expect(201)
            .json()
            .get("id")
            .asLong();
    String path = "/projects/" + id;
    for (String role : List.of("editor", "viewer")) {
      String email = role + number + "@example.org";
      owner.post(path + "/members", Map.of("email", email, "role", role)).expect(201);
    }
    return new Place(
        owner.within(path),
        user("editor" + number).within(path),
        user("viewer" + number).within(path),
        user("stranger" + number).within(path),
        module.client().within(path));
  }

  ApiClient user(String name) {
    return module.client().with("X-User", name + "@example.org");
  }

  @Override
  public AutoCloseable holdWriters(Place place) {
    String id = place.owner().prefix().replaceAll("\\D", "");
    return Statements.held(
        module.database().admin(),
        "SELECT FROM \"02_requirements_shared_schema\".projects WHERE id = " + id + " FOR UPDATE");
  }

  /** The operations on projects as such. */
  @Override
  public List<Case> casesOfItsOwn(Place place) {
    String name = "{\"name\": \"Contract\"}";
    ApiClient anybody = place.stranger().within("");
    ApiClient nobody = place.nobody().within("");
    List<Case> cases = new ArrayList<>();
    List.of("One", "Other").forEach(one -> anybody.post("/projects", Map.of("name", one)));
    cases.add(Case.of("GET /projects", 200, anybody, "/projects?limit=1", ""));
    cases.add(Case.of("GET /projects", 400, anybody, "/projects?x=1", ""));
    cases.add(Case.of("GET /projects", 401, nobody, "/projects", ""));
    cases.add(Case.of("GET /projects", 406, anybody, "/projects", "").accepting("text/html"));
    cases.add(Case.of("POST /projects", 201, anybody, "/projects", name));
    cases.add(Case.of("POST /projects", 401, nobody, "/projects", name));
    cases.addAll(bodies("POST /projects", anybody, "/projects", name));
    String get = "GET " + prefix();
    cases.add(Case.of(get, 200, place.viewer(), "", ""));
    cases.add(Case.of(get, 400, place.viewer(), "?x=1", ""));
    cases.add(Case.of(get, 401, place.nobody(), "", ""));
    cases.add(Case.of(get, 404, place.stranger(), "", ""));
    cases.add(Case.of(get, 406, place.viewer(), "", "").accepting("text/html"));
    String patch = "PATCH " + prefix();
    cases.add(Case.of(patch, 200, place.owner(), "", name));
    cases.add(Case.of(patch, 401, place.nobody(), "", name));
    cases.add(Case.of(patch, 403, place.editor(), "", name));
    cases.add(Case.of(patch, 404, place.stranger(), "", name));
    cases.addAll(bodies(patch, place.owner(), "", name));
    return cases;
  }

  private static List<Case> bodies(String operation, ApiClient who, String path, String good) {
    return List.of(
        Case.of(operation, 400, who, path, "{}"),
        Case.of(operation, 406, who, path, good).accepting("text/html"),
        Case.of(operation, 413, who, path, "\"" + "a".repeat(70_000) + "\""),
        Case.of(operation, 415, who, path, good).typed("text/plain"));
  }
}
