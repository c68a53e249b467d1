package shareddb.administration;

import static shareddb.administration.AdminAccess.AdminRole.ADMINISTRATOR;
import static shareddb.administration.TenantRoutes.ALL;
import static shareddb.administration.TenantRoutes.ONE;
import static shareddb.administration.TenantRoutes.doc;
import static shareddb.administration.TenantRoutes.docOfOne;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.sql.SQLException;
import java.time.Duration;
import shareddb.base.names.TenantName;
import shareddb.migrate.snapshot.rows.RowsProgress;
import shareddb.tenants.lifecycle.RemoveResult;
import shareddb.tenants.lifecycle.ResumeResult;
import shareddb.tenants.lifecycle.RotateResult;
import shareddb.tenants.lifecycle.SuspendResult;
import shareddb.tenants.lifecycle.Tenants;
import shareddb.tenants.provision.AddTenantResult;
import shareddb.tenants.provision.TenantTypes;
import shareddb.tenants.registry.Tenant;
import shareddb.web.Api;
import shareddb.web.problem.InvalidRequest;
import shareddb.web.problem.ProblemType;
import shareddb.web.problem.RetryLater;

/** The routes that make, suspend, resume and remove tenants. Each may be called again. */
final class TenantChanges {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final Tenants tenants;
  private final TenantRoutes routes;
  private final TenantTypes types;

  TenantChanges(Tenants tenants, TenantRoutes routes) {
    this.tenants = tenants;
    this.routes = routes;
    this.types = new TenantTypes(tenants.registry().module().types());
  }

  void add(Api api) {
    api.post(
        ALL,
        this::make,
        doc("Make a tenant")
            .notes("Makes its schema, its first data and its key. Called again, it goes on.")
            .takes(NewTenant.EXAMPLE)
            .creates(KeyedTenant.class)
            .problem(409, "There is a tenant with this name or this domain.")
            .problem(503, "The tenant could not be made, or not yet; it is registered."),
        ADMINISTRATOR);
    api.post(
        ONE + "/suspend",
        this::suspend,
        docOfOne("Refuse all requests to a tenant")
            .answers(TenantView.class)
            .problem(409, "The tenant is not active."),
        ADMINISTRATOR);
    api.post(
        ONE + "/resume",
        this::resume,
        docOfOne("Serve a tenant again")
            .notes("A tenant whose making was stopped is completed, and gets a new key.")
            .answers(KeyedTenant.class)
            .problem(409, "The tenant is being removed, or has moved.")
            .problem(503, "The tenant could not be made, or not yet."),
        ADMINISTRATOR);
    api.post(
        ONE + "/rotate-key",
        this::rotateKey,
        docOfOne("Give a tenant a new key")
            .notes("The old key is refused from the next request on.")
            .answers(KeyedTenant.class)
            .problem(409, "The tenant is being removed, or has moved."),
        ADMINISTRATOR);
    api.post(
        ONE + "/remove",
        this::remove,
        docOfOne("Remove a tenant for good")
            .notes("The server keeps its rows in a snapshot. Called again, it goes on.")
            .takes(TenantRemoval.EXAMPLE)
            .answers(RemovedTenant.class)
            .problem(409, "Objects outside of the tenant's schema depend on it; or it has moved.")
            .problem(503, "Another session uses the tenant; it is served no more."),
        ADMINISTRATOR);
  }

  private void make(Context ctx) throws SQLException {
    NewTenant wanted = ctx.bodyAsClass(NewTenant.class);
    KeyedTenant made = added(tenants.add(wanted.request(types)));
    ctx.status(HttpStatus.CREATED)
        .header(Header.LOCATION, ctx.path() + "/" + made.tenant().name())
        .json(made);
  }

  private static KeyedTenant added(AddTenantResult result) {
    return switch (result) {
      case AddTenantResult.Added(var tenant, var key) -> KeyedTenant.with(tenant, key);
      case AddTenantResult.AlreadyThere(var tenant) ->
          throw new ConflictResponse("There is a tenant " + tenant.name() + " already");
      case AddTenantResult.Refused(var problems) ->
          throw new ConflictResponse(String.join("; ", problems));
      case AddTenantResult.Failed(var name, var reason) ->
          throw notReady(name + " is registered and could not be made: " + reason + "; resume it");
      case AddTenantResult.Postponed(var name, var why) ->
          throw notReady(name + " is not made yet: " + why);
    };
  }

  private void suspend(Context ctx) throws SQLException {
    TenantName name = routes.existing(ctx).name();
    ctx.json(
        switch (tenants.suspend(name)) {
          case SuspendResult.Suspended(var tenant) -> TenantView.of(tenant);
          case SuspendResult.AlreadySo(var tenant) -> TenantView.of(tenant);
          case SuspendResult.NotActive(var tenant) ->
              throw new ConflictResponse(
                  name + " is " + tenant.status().word() + ", and not active");
          case SuspendResult.Unknown ignored -> throw TenantRoutes.unknown(name.value());
        });
  }

  private void resume(Context ctx) throws SQLException {
    TenantName name = routes.existing(ctx).name();
    ctx.json(
        switch (tenants.resume(name)) {
          case ResumeResult.Resumed(var tenant) -> KeyedTenant.as(tenant);
          case ResumeResult.AlreadySo(var tenant) -> KeyedTenant.as(tenant);
          case ResumeResult.GoneOnWith(var result) -> added(result);
          case ResumeResult.NotHere(var tenant) -> throw notHere(tenant);
          case ResumeResult.Unknown ignored -> throw TenantRoutes.unknown(name.value());
        });
  }

  private void rotateKey(Context ctx) throws SQLException {
    TenantName name = routes.existing(ctx).name();
    ctx.json(
        switch (tenants.rotateKey(name)) {
          case RotateResult.Rotated(var tenant, var key) -> KeyedTenant.with(tenant, key);
          case RotateResult.NotHere(var tenant) -> throw notHere(tenant);
          case RotateResult.Unknown ignored -> throw TenantRoutes.unknown(name.value());
        });
  }

  private void remove(Context ctx) throws SQLException {
    TenantName name = routes.existing(ctx).name();
    if (!ctx.bodyAsClass(TenantRemoval.class).name().equals(name.value())) {
      throw InvalidRequest.field("name", "is not " + name + ", which is to be removed");
    }
    ctx.json(
        switch (tenants.remove(name, RowsProgress.SILENT)) {
          case RemoveResult.Removed(var tenant, var kept) ->
              new RemovedTenant(name.value(), kept.map(s -> s.name().value()).orElse(null));
          case RemoveResult.InTheWay(var tenant, var session) ->
              throw notReady(name + " cannot be removed just now: " + session);
          case RemoveResult.NeededOutside(var tenant, var dependents) ->
              throw new ConflictResponse(
                  name
                      + " is not removed: objects outside of its schema depend on it: "
                      + String.join(", ", dependents));
          case RemoveResult.NotHere(var tenant) -> throw notHere(tenant);
          case RemoveResult.Unknown ignored -> throw TenantRoutes.unknown(name.value());
        });
  }

  private static RetryLater notReady(String detail) {
    return new RetryLater(ProblemType.NOT_READY, detail, SOON);
  }

  private static ConflictResponse notHere(Tenant tenant) {
    return new ConflictResponse(tenant.name() + " is " + tenant.status().word() + ", and not here");
  }
}
