package workshop.requirementssharedschema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import shareddb.base.names.SchemaName;
import shareddb.base.names.WriteLockName;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.Case;
import shareddb.webtesting.ServedModule;
import workshop.requirements.suite.Place;
import workshop.requirements.suite.SharedCases;
import workshop.requirements.suite.Stage;
import workshop.requirements.suite.Statements;

/** This module, as the suite needs it: a project is a path, and people say who they are. */
record SharedSchemaStage(ServedModule module) implements Stage {

  private static final AtomicInteger PROJECTS = new AtomicInteger();

  SharedSchemaStage() {
    this(new ServedModule(new RequirementsSharedSchema()));
  }

  @Override
  public ApiClient client() {
    return module.client();
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
  public Connection holdWriters(Place place) {
    return Statements.held(
        module.database().admin(),
        "SELECT FROM \"02_requirements_shared_schema\".projects WHERE id = "
            + id(place)
            + " FOR UPDATE");
  }

  @Override
  public AutoCloseable shutGate(Place place) {
    WriteLockName gate =
        WriteLockName.of(
            new SchemaName("02_requirements_shared_schema"), Long.parseLong(id(place)));
    return Statements.shut(module.database().admin(), gate);
  }

  private static String id(Place place) {
    return place.owner().prefix().replaceAll("\\D", "");
  }

  @Override
  public Map<String, String> pathValues(Place place) {
    return Map.of("project_id", id(place));
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
    String summary = get + "/summary";
    cases.add(Case.of(summary, 200, place.viewer(), "/summary", ""));
    cases.add(Case.of(summary, 400, place.viewer(), "/summary?x=1", ""));
    cases.add(Case.of(summary, 401, place.nobody(), "/summary", ""));
    cases.add(Case.of(summary, 404, place.stranger(), "/summary", ""));
    cases.add(Case.of(summary, 406, place.viewer(), "/summary", "").accepting("text/html"));
    String patch = "PATCH " + prefix();
    cases.add(Case.of(patch, 200, place.owner(), "", name));
    cases.add(Case.of(patch, 401, place.nobody(), "", name));
    cases.add(Case.of(patch, 403, place.editor(), "", name));
    cases.add(Case.of(patch, 404, place.stranger(), "", name));
    cases.addAll(bodies(patch, place.owner(), "", name));
    cases.addAll(casesOfMoved());
    return cases;
  }

  private List<Case> casesOfMoved() {
    Place place = newPlace();
    List<Case> cases = new ArrayList<>(SharedCases.good(prefix(), place));
    cases.add(Case.of("GET " + prefix(), 200, place.viewer(), "", ""));
    cases.add(Case.of("GET " + prefix() + "/summary", 200, place.viewer(), "/summary", ""));
    cases.add(Case.of("PATCH " + prefix(), 200, place.owner(), "", "{\"name\": \"Contract\"}"));
    set(place, "moved");
    return cases.stream().map(one -> one.answered(410)).toList();
  }

  /** As a move leaves it. */
  void set(Place place, String status) {
    try (Connection admin = module.database().admin().connect()) {
      Statements.run(
          admin,
          """
          UPDATE "02_requirements_shared_schema".projects
          SET status = '%s', moved_to = '03_requirements_schema_per_tenant' WHERE id = %s
          """
              .formatted(status, id(place)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Case> bodies(String operation, ApiClient who, String path, String good) {
    return List.of(
        Case.of(operation, 400, who, path, "{}"),
        Case.of(operation, 406, who, path, good).accepting("text/html"),
        Case.of(operation, 413, who, path, "\"" + "a".repeat(70_000) + "\""),
        Case.of(operation, 415, who, path, good).typed("text/plain"));
  }
}
