package workshop.requirementsschemapertenant;

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
  private final Tenants tenants;
  private final List<Case> cases = new ArrayList<>();

  AdminCases(SchemaPerTenantStage stage) {
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
    return List.copyOf(cases);
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
