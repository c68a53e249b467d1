package shareddb.administration;

import static shareddb.administration.TenantRoutes.ALL;
import static shareddb.administration.TenantRoutes.ONE;

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
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.Request;
import shareddb.web.Routes;

/** The routes by which tenants come, rest, get keys, and go. Each may be asked again. */
final class TenantChanges {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final String REMOVING = "It is being removed.";

  private final Tenants tenants;
  private final TenantRoutes looks;
  private final AdminGuard guard;
  private final TenantTypes types;

  TenantChanges(Tenants tenants, TenantRoutes looks, AdminGuard guard) {
    this.tenants = tenants;
    this.looks = looks;
    this.guard = guard;
    this.types = new TenantTypes(tenants.registry().module().types());
  }

  void declare(Routes routes) {
    routes
        .post(ALL, "Make a tenant")
        .notes("Its schema, what its type begins with, and its key. Asked again, it goes on.")
        .guardedBy(guard)
        .fails(ProblemType.CONFLICT, "There is one of this name, or of this domain.")
        .fails(ProblemType.NOT_READY, "It could not be made, or not yet; it is registered.")
        .takes(NewTenant.class)
        .creates(KeyedTenant.class, made -> ALL + "/" + made.tenant().name(), this::add);
    looks
        .ofOne(routes.post(ONE + "/suspend", "Refuse the requests of a tenant's people"))
        .fails(ProblemType.CONFLICT, "It is not active.")
        .answers(TenantView.class, this::suspend);
    looks
        .ofOne(routes.post(ONE + "/resume", "Serve a tenant again"))
        .notes("One that never became whole is gone on with, and gets a new key.")
        .fails(ProblemType.CONFLICT, REMOVING)
        .fails(ProblemType.NOT_READY, "It could not be made, or not yet.")
        .answers(KeyedTenant.class, this::resume);
    looks
        .ofOne(routes.post(ONE + "/rotate-key", "Give a tenant a new key"))
        .notes("The old one stops counting with the next request.")
        .fails(ProblemType.CONFLICT, REMOVING)
        .answers(KeyedTenant.class, this::rotate);
    looks
        .ofOne(routes.post(ONE + "/remove", "Remove a tenant for ever"))
        .notes("Its rows are kept in a snapshot, where this is served. Asked again, it goes on.")
        .fails(ProblemType.NOT_READY, "Somebody uses it, or works on it; it is served no more.")
        .takes(TenantRemoval.class)
        .answers(RemovedTenant.class, this::remove);
  }

  private KeyedTenant add(Request request, NewTenant wanted) {
    return added(Asked.of(() -> tenants.add(wanted.wish(types))));
  }

  private static KeyedTenant added(AddTenantResult result) {
    return switch (result) {
      case AddTenantResult.Added(var tenant, var key) -> KeyedTenant.with(tenant, key);
      case AddTenantResult.AlreadyThere(var tenant) ->
          throw conflict("There is a tenant " + tenant.name() + " already");
      case AddTenantResult.Refused(var problems) -> throw conflict(String.join("; ", problems));
      case AddTenantResult.Failed(var name, var reason) ->
          throw ProblemException.of(
              ProblemType.NOT_READY,
              name + " is registered and could not be made: " + reason + "; resume goes on");
      case AddTenantResult.Postponed(var name, var why) ->
          throw ProblemException.retryAfter(
              ProblemType.NOT_READY, name + " is not made yet: " + why, SOON);
    };
  }

  private TenantView suspend(Request request) {
    TenantName name = looks.existing(request).name();
    return switch (Asked.of(() -> tenants.suspend(name))) {
      case SuspendResult.Suspended(var tenant) -> TenantView.of(tenant);
      case SuspendResult.AlreadySo(var tenant) -> TenantView.of(tenant);
      case SuspendResult.NotActive(var tenant) ->
          throw conflict(name + " is " + tenant.status().word() + ", and not active");
      case SuspendResult.Unknown ignored -> throw TenantRoutes.unknown(name.value());
    };
  }

  private KeyedTenant resume(Request request) {
    TenantName name = looks.existing(request).name();
    return switch (Asked.of(() -> tenants.resume(name))) {
      case ResumeResult.Resumed(var tenant) -> KeyedTenant.as(tenant);
      case ResumeResult.AlreadySo(var tenant) -> KeyedTenant.as(tenant);
      case ResumeResult.GoneOnWith(var result) -> added(result);
      case ResumeResult.NotHere(var tenant) -> throw notHere(tenant);
      case ResumeResult.Unknown ignored -> throw TenantRoutes.unknown(name.value());
    };
  }

  private KeyedTenant rotate(Request request) {
    TenantName name = looks.existing(request).name();
    return switch (Asked.of(() -> tenants.rotateKey(name))) {
      case RotateResult.Rotated(var tenant, var key) -> KeyedTenant.with(tenant, key);
      case RotateResult.NotHere(var tenant) -> throw notHere(tenant);
      case RotateResult.Unknown ignored -> throw TenantRoutes.unknown(name.value());
    };
  }

  private RemovedTenant remove(Request request, TenantRemoval confirmation) {
    TenantName name = looks.existing(request).name();
    if (!confirmation.name().equals(name.value())) {
      throw ProblemException.invalidField("name", "is not " + name + ", which is to be removed");
    }
    return switch (Asked.of(() -> tenants.remove(name, RowsProgress.SILENT))) {
      case RemoveResult.Removed(var tenant, var kept) ->
          new RemovedTenant(name.value(), kept.map(s -> s.name().value()).orElse(null));
      case RemoveResult.InTheWay(var tenant, var who) ->
          throw ProblemException.retryAfter(
              ProblemType.NOT_READY, name + " cannot go just now: " + who, SOON);
      case RemoveResult.NeededOutside(var tenant, var dependents) ->
          throw conflict(
              tenant.name()
                  + " is not removed: outside of its schema these would be dropped with it: "
                  + String.join(", ", dependents));
      case RemoveResult.NotHere(var tenant) -> throw notHere(tenant);
      case RemoveResult.Unknown ignored -> throw TenantRoutes.unknown(name.value());
    };
  }

  private static ProblemException notHere(Tenant tenant) {
    return conflict(tenant.name() + " is " + tenant.status().word() + ", and not here");
  }

  private static ProblemException conflict(String detail) {
    return ProblemException.of(ProblemType.CONFLICT, detail);
  }
}
