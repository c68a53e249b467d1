package workshop.requirementsdatabasepertenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import shareddb.migrate.Target;
import shareddb.names.GateName;
import shareddb.settings.AdminKey;
import shareddb.settings.ServerChoice;
import shareddb.settings.Settings;
import shareddb.testing.TestDatabase;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.Case;
import shareddb.webtesting.ServedModule;
import workshop.requirements.suite.Place;
import workshop.requirements.suite.SharedCases;
import workshop.requirements.suite.Stage;
import workshop.requirements.suite.Statements;

/** This module, as the suite needs it: a project is a tenant, and its key says which. */
record DatabasePerTenantStage(ServedModule module, Tenants tenants) implements Stage {

  DatabasePerTenantStage() {
    this(new ServedModule(new RequirementsDatabasePerTenant()));
  }

  private DatabasePerTenantStage(ServedModule module) {
    this(module, new Tenants(module.database()));
  }

  @Override
  public String prefix() {
    return "";
  }

  @Override
  public Place newPlace() {
    return place(tenants.next());
  }

  private Place place(Tenants.Made tenant) {
    ApiClient owner = user(tenant, "owner");
    for (String role : List.of("editor", "viewer")) {
      owner.post("/members", Map.of("email", role + "@example.org", "role", role)).expect(201);
    }
    return new Place(
        owner, user(tenant, "editor"), user(tenant, "viewer"), user(tenant, "stranger"), client());
  }

  @Override
  public AutoCloseable holdWriters(Place place) {
    String key = String.valueOf(place.owner().headers().get(TenantGuard.KEY));
    Target target = tenants.ofKey(key).target();
    return Statements.held(
        target.admin(),
        "SELECT FROM %s FOR UPDATE".formatted(target.schema().quoted("requirement_counter")));
  }

  @Override
  public AutoCloseable shutGate(Place place) {
    String key = String.valueOf(place.owner().headers().get(TenantGuard.KEY));
    Target target = tenants.ofKey(key).target();
    return Statements.shut(target.admin(), GateName.of(target.schema()));
  }

  /** Somebody who has the tenant's key. */
  ApiClient user(Tenants.Made tenant, String name) {
    return client().with(TenantGuard.KEY, tenant.key()).with("X-User", name + "@example.org");
  }

  /** Nobody yet. */
  ApiClient client() {
    return module.client();
  }

  /** One who runs the tenants. */
  ApiClient administrator() {
    Settings settings =
        new Settings(
            TestDatabase.checkout(), ServerChoice.EXTERNAL, module.database().admin(), "this test");
    return client().with("X-Admin-Key", AdminKey.of(settings).secret().reveal());
  }

  @Override
  public List<Case> casesOfItsOwn(Place place) {
    return Stream.of(casesOfMoved(), casesOfSuspended(), new AdminCases(this).all())
        .flatMap(List::stream)
        .toList();
  }

  private List<Case> casesOfMoved() {
    Tenants.Made moved = tenants.next();
    List<Case> cases = SharedCases.good(prefix(), place(moved));
    tenants.set(moved, "moved");
    return cases.stream().map(one -> one.answered(410)).toList();
  }

  /** Of a tenant that is suspended, reading too is forbidden. */
  private List<Case> casesOfSuspended() {
    Tenants.Made suspended = tenants.next();
    tenants.set(suspended, "suspended");
    ApiClient owner = user(suspended, "owner");
    List<Case> cases = new ArrayList<>();
    for (String path :
        List.of(
            "/requirements",
            "/requirements/{key}",
            "/requirements/{key}/history",
            "/requirements.csv",
            "/groups",
            "/groups/{group_id}",
            "/members",
            "/members/{member_id}")) {
      cases.add(Case.of("GET " + path, 403, owner, path.replaceAll("\\{.*}", "1"), ""));
    }
    return cases;
  }
}
