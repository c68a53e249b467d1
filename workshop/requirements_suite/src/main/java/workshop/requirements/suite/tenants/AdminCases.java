package workshop.requirements.suite.tenants;

import java.util.ArrayList;
import java.util.List;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.Case;

/** One request for each status that the operations on tenants document. */
final class AdminCases {

  private static final String ALL = "/admin/tenants";
  private static final String ONE = ALL + "/{tenant}";

  private final ApiClient admin;
  private final ApiClient nobody;
  private final TestTenants tenants;
  private final List<Case> cases = new ArrayList<>();

  AdminCases(TenantStage stage) {
    this.admin = stage.administrator();
    this.nobody = stage.client();
    this.tenants = stage.tenants();
  }

  List<Case> all() {
    String one = ALL + "/" + tenants.next().name();
    tenants.next();
    reads("GET " + ALL, ALL, "?limit=1");
    reads("GET " + ONE, one, "");
    add("GET " + ONE, 404, admin, ALL + "/nobody", "");
    makes();
    batches();
    changes("suspend", tenants.next().name(), "");
    add("POST " + ONE + "/suspend", 409, admin, going() + "/suspend", "");
    for (String change : List.of("resume", "rotate-key")) {
      changes(change, tenants.next().name(), "");
      add("POST " + ONE + "/" + change, 409, admin, going() + "/" + change, "");
    }
    String name = RemovedTenant.NAME;
    admin.post(ALL, wish(name)).expect(201);
    String body = "{\"name\": \"" + name + "\"}";
    bodies("POST " + ONE + "/remove", ALL + "/" + name + "/remove", body);
    changes("remove", name, body);
    MadeTenant moved = tenants.next();
    tenants.set(moved, "moved");
    String removal = "{\"name\": \"" + moved.name() + "\"}";
    add("POST " + ONE + "/remove", 409, admin, ALL + "/" + moved.name() + "/remove", removal);
    return List.copyOf(cases);
  }

  private void makes() {
    String operation = "POST " + ALL;
    add(operation, 201, admin, ALL, wish("made_by_contract"));
    add(operation, 400, admin, ALL, "{}");
    add(operation, 401, nobody, ALL, wish("made_by_nobody"));
    add(operation, 409, admin, ALL, wish("made_by_contract"));
    cases.add(Case.of(operation, 406, admin, ALL, wish("a")).accepting("text/html"));
    bodies(operation, ALL, wish("a"));
  }

  private void batches() {
    String operation = "POST " + ALL + ".csv";
    String path = ALL + ".csv";
    String rows = "name,domain\nmade_by_batch,made-by-batch.example.net\n";
    String csv = "text/csv";
    cases.add(Case.of(operation, 200, admin, path, rows).typed(csv));
    cases.add(Case.of(operation, 400, admin, path, "colour\n").typed(csv));
    cases.add(Case.of(operation, 401, nobody, path, rows).typed(csv));
    cases.add(Case.of(operation, 406, admin, path, rows).typed(csv).accepting("text/html"));
    cases.add(Case.of(operation, 413, admin, path, "a".repeat(300_000)).typed(csv));
    cases.add(Case.of(operation, 415, admin, path, rows));
  }

  private void bodies(String operation, String path, String body) {
    add(operation, 413, admin, path, "\"" + "a".repeat(70_000) + "\"");
    cases.add(Case.of(operation, 415, admin, path, body).typed("text/plain"));
  }

  private void changes(String change, String tenant, String body) {
    String operation = "POST " + ONE + "/" + change;
    String path = ALL + "/" + tenant + "/" + change;
    add(operation, 400, admin, path + "?x=1", body);
    add(operation, 401, nobody, path, body);
    add(operation, 404, admin, ALL + "/nobody/" + change, body);
    cases.add(Case.of(operation, 406, admin, path, body).accepting("text/html"));
    add(operation, 200, admin, path, body);
  }

  /** The path of one whose removal was begun. */
  private String going() {
    MadeTenant tenant = tenants.next();
    tenants.set(tenant, "removing");
    return ALL + "/" + tenant.name();
  }

  private static String wish(String name) {
    return "{\"name\": \"%s\", \"domain\": \"%s.example.net\"}"
        .formatted(name, name.replace('_', '-'));
  }

  private void reads(String operation, String path, String query) {
    add(operation, 200, admin, path + query, "");
    add(operation, 400, admin, path + "?x=1", "");
    add(operation, 401, nobody, path, "");
    cases.add(Case.of(operation, 406, admin, path, "").accepting("text/html"));
  }

  private void add(String operation, int status, ApiClient who, String path, String body) {
    cases.add(Case.of(operation, status, who, path, body));
  }
}
