package workshop.requirements.suite.tenants;

import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import shareddb.base.names.WriteLockName;
import shareddb.base.settings.AdminKey;
import shareddb.base.track.Target;
import shareddb.webtesting.ApiClient;
import shareddb.webtesting.Case;
import workshop.requirements.suite.Place;
import workshop.requirements.suite.SharedCases;
import workshop.requirements.suite.Stage;
import workshop.requirements.suite.Statements;

/** A module, as the suites need it: a project is a tenant, and its key says which. */
public abstract class TenantStage implements Stage {

  static final String KEY = "X-API-Key";

  private final ServedTenants served;
  private final TestTenants tenants;

  protected TenantStage(ServedTenants served, TestTenants tenants) {
    this.served = served;
    this.tenants = tenants;
  }

  /** What a tenant would find, if SQL of its own were run, and a request never shows. */
  protected abstract Beyond beyond(MadeTenant other);

  /** A condition, in SQL, which holds when nothing is left of what was the tenant's own. */
  protected abstract String isGone(String tenant);

  public final ServedTenants served() {
    return served;
  }

  public final TestTenants tenants() {
    return tenants;
  }

  final RemovedTenant removed() {
    return new RemovedTenant(tenants.registry().module());
  }

  /** To be called when the last test has ended. */
  public final void leaveNothing() throws IOException {
    tenants.drop();
    removed().forget();
  }

  @Override
  public final String prefix() {
    return "";
  }

  @Override
  public final Place newPlace() {
    return place(tenants.next());
  }

  private Place place(MadeTenant tenant) {
    ApiClient owner = user(tenant, "owner");
    for (String role : List.of("editor", "viewer")) {
      owner.post("/members", Map.of("email", role + "@example.org", "role", role)).expect(201);
    }
    return new Place(
        owner, user(tenant, "editor"), user(tenant, "viewer"), user(tenant, "stranger"), client());
  }

  @Override
  public final Connection holdWriters(Place place) {
    Target target = target(place);
    return Statements.held(
        target.admin(),
        "SELECT FROM %s FOR UPDATE".formatted(target.schema().quoted("requirement_counter")));
  }

  @Override
  public final AutoCloseable shutGate(Place place) {
    Target target = target(place);
    return Statements.shut(target.admin(), WriteLockName.of(target.schema()));
  }

  private Target target(Place place) {
    return tenants.ofKey(key(place.owner())).target();
  }

  private static String key(ApiClient client) {
    return String.valueOf(client.headers().get(KEY));
  }

  /** A client with the tenant's key. */
  public final ApiClient user(MadeTenant tenant, String name) {
    return user(tenant.key(), name);
  }

  final ApiClient user(String key, String name) {
    return client().with(KEY, key).with("X-User", name + "@example.org");
  }

  /** A client that comes by a host name, without a key. */
  final ApiClient atHost(String host, String user) {
    return client().with("Host", host).with("X-User", user + "@example.org");
  }

  /** A client without headers. */
  @Override
  public final ApiClient client() {
    return served.client();
  }

  /** One who runs the tenants. */
  final ApiClient administrator() {
    return client().with("X-Admin-Key", AdminKey.of(served.settings()).secret().reveal());
  }

  @Override
  public final ApiClient attacker(Place place) {
    return administrator().with(KEY, key(place.owner())).with("X-User", "owner@example.org");
  }

  @Override
  public final Map<String, String> pathValues(Place place) {
    return Map.of("tenant", tenants.next().name());
  }

  @Override
  public final List<Case> casesOfItsOwn(Place place) {
    return Stream.of(casesOfMoved(), casesOfSuspended(), new AdminCases(this).all())
        .flatMap(List::stream)
        .toList();
  }

  private List<Case> casesOfMoved() {
    MadeTenant moved = tenants.next();
    List<Case> cases = SharedCases.good(prefix(), place(moved));
    tenants.set(moved, "moved");
    return cases.stream().map(one -> one.answered(410)).toList();
  }

  /** Of a tenant that is suspended, reading too is forbidden. */
  private List<Case> casesOfSuspended() {
    MadeTenant suspended = tenants.next();
    tenants.set(suspended, "suspended");
    ApiClient owner = user(suspended, "owner");
    List<Case> cases = new ArrayList<>();
    for (String path :
        List.of(
            "/requirements",
            "/requirements/{key}",
            "/requirements/{key}/history",
            "/requirements.csv",
            "/board",
            "/groups",
            "/groups/{group_id}",
            "/members",
            "/members/{member_id}")) {
      cases.add(Case.of("GET " + path, 403, owner, path.replaceAll("\\{.*}", "1"), ""));
    }
    return cases;
  }
}
