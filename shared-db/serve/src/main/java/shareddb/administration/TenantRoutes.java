package shareddb.administration;

import java.util.List;
import java.util.Optional;
import shareddb.base.names.InvalidName;
import shareddb.base.names.TenantName;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;
import shareddb.web.Keyset;
import shareddb.web.PageRequest;
import shareddb.web.Param;
import shareddb.web.ParamType;
import shareddb.web.ProblemException;
import shareddb.web.ProblemType;
import shareddb.web.Request;
import shareddb.web.Route;
import shareddb.web.Routes;

/** The routes by which tenants are looked at. */
final class TenantRoutes {

  static final String ALL = "/admin/tenants";
  static final String ONE = ALL + "/{tenant}";

  private static final int MAX_NAME = 63;

  private static final Param<String> NAME =
      Param.path("tenant", ParamType.text(MAX_NAME), "What the tenant is called.");

  private static final Param<Optional<TenantView.Status>> STATUS =
      Param.query("status", ParamType.oneOf(TenantView.Status.class), "Only those that stand so.");

  private final TenantRegistry registry;
  private final AdminGuard guard;

  TenantRoutes(TenantRegistry registry, AdminGuard guard) {
    this.registry = registry;
    this.guard = guard;
  }

  void declare(Routes routes) {
    routes
        .get(ALL, "List tenants, by name")
        .guardedBy(guard)
        .with(STATUS)
        .answersPages(TenantView.class, new Keyset<>(String.class, TenantView::name), this::page);
    ofOne(routes.get(ONE, "Show a tenant"))
        .answers(TenantView.class, request -> TenantView.of(existing(request)));
  }

  /** A route about one tenant. */
  Route ofOne(Route route) {
    return route
        .guardedBy(guard)
        .with(NAME)
        .fails(ProblemType.NOT_FOUND, "There is no such tenant.");
  }

  /** The tenant of the path. */
  Tenant existing(Request request) {
    String name = request.get(NAME);
    try {
      TenantName wanted = new TenantName(name);
      return Asked.of(() -> registry.find(wanted)).orElseThrow(() -> unknown(name));
    } catch (InvalidName e) {
      throw unknown(name);
    }
  }

  private List<TenantView> page(Request request, PageRequest<String> page) {
    try {
      Optional<TenantStatus> status =
          request.get(STATUS).map(wanted -> TenantStatus.valueOf(wanted.name()));
      Optional<TenantName> after = page.after().map(TenantName::new);
      return Asked.of(() -> registry.page(status, after, page.rows())).stream()
          .map(TenantView::of)
          .toList();
    } catch (InvalidName e) {
      throw ProblemException.of(ProblemType.BAD_REQUEST, "cursor is none that this API gave out");
    }
  }

  static ProblemException unknown(String name) {
    return ProblemException.of(ProblemType.NOT_FOUND, "There is no tenant " + name);
  }
}
