package shareddb.administration;

import static shareddb.administration.AdminAccess.AdminRole.ADMINISTRATOR;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shareddb.base.names.InvalidName;
import shareddb.base.names.TenantName;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;
import shareddb.web.Api;
import shareddb.web.doc.Doc;
import shareddb.web.doc.Page;
import shareddb.web.problem.InvalidRequest;

/** The routes that show tenants. */
final class TenantRoutes {

  static final String ALL = "/admin/tenants";
  static final String ONE = ALL + "/{tenant}";

  private static final int MAX_NAME = 63;

  private final TenantRegistry registry;

  TenantRoutes(TenantRegistry registry) {
    this.registry = registry;
  }

  void add(Api api) {
    api.get(
        ALL,
        this::list,
        doc("List tenants, by name")
            .query("status", TenantView.Status.class, "Only tenants with this status.")
            .answersPages(TenantView.class, String.class),
        ADMINISTRATOR);
    api.get(ONE, this::show, docOfOne("Show a tenant").answers(TenantView.class), ADMINISTRATOR);
  }

  /** The documentation of a route of the administration. */
  static Doc doc(String summary) {
    return Doc.doc(summary).tag("admin").secured(AdminAccess.SCHEME);
  }

  /** The documentation of a route about one tenant. */
  static Doc docOfOne(String summary) {
    return doc(summary)
        .path("tenant", String.class, "The tenant's name.")
        .between(1, MAX_NAME)
        .problem(404, "There is no such tenant.");
  }

  private void list(Context ctx) throws SQLException {
    Optional<TenantStatus> status =
        Optional.ofNullable(ctx.queryParam("status"))
            .map(word -> TenantStatus.valueOf(word.toUpperCase(Locale.ROOT)));
    List<TenantView> tenants =
        registry.page(status, after(ctx), Page.limit(ctx) + 1).stream()
            .map(TenantView::of)
            .toList();
    ctx.json(Page.of(ctx, tenants, TenantView::name));
  }

  private static Optional<TenantName> after(Context ctx) {
    try {
      return Optional.ofNullable(ctx.queryParam("cursor")).map(TenantName::new);
    } catch (InvalidName e) {
      throw InvalidRequest.parameter("cursor", "is no tenant's name; take it from a page's link");
    }
  }

  private void show(Context ctx) throws SQLException {
    ctx.json(TenantView.of(existing(ctx)));
  }

  /** The tenant of the path. */
  Tenant existing(Context ctx) throws SQLException {
    String name = ctx.pathParam("tenant");
    try {
      return registry.find(new TenantName(name)).orElseThrow(() -> unknown(name));
    } catch (InvalidName e) {
      throw unknown(name);
    }
  }

  static NotFoundResponse unknown(String name) {
    return new NotFoundResponse("There is no tenant " + name);
  }
}
