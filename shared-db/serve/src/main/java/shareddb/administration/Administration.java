package shareddb.administration;

import java.time.Duration;
import shareddb.serve.TenantResources;
import shareddb.tenants.lifecycle.Tenants;
import shareddb.web.Api;
import shareddb.web.ModuleResources;
import shareddb.web.server.PeriodicJob;

/** The routes and the metrics by which administrators run the tenants of a module. */
public final class Administration {

  private static final Duration COUNTED_EVERY = Duration.ofSeconds(30);

  /** Counting in many databases takes a connection to each of them. */
  private static final Duration DATABASES_COUNTED_EVERY = Duration.ofMinutes(10);

  private Administration() {}

  /** Adds all that this package has to a module. */
  public static void add(Api api, ModuleResources resources, TenantResources resourcesOfTenants) {
    Tenants tenants = resourcesOfTenants.tenants();
    api.beforeMatched(new AdminAccess(resourcesOfTenants.adminKey())::check);
    TenantRoutes routes = new TenantRoutes(tenants.registry());
    routes.add(api);
    new TenantChanges(tenants, routes).add(api);
    new TenantBatches(tenants).add(api);
    TenantMetrics metrics = new TenantMetrics(tenants.registry(), resources.meters());
    boolean hasDatabases = tenants.registry().module().databases().isPresent();
    api.config()
        .registerPlugin(
            new PeriodicJob(
                "count the tenants of " + tenants.registry().module().name(),
                hasDatabases ? DATABASES_COUNTED_EVERY : COUNTED_EVERY,
                metrics::count));
  }
}
