package shareddb.serve;

import shareddb.web.Api;
import shareddb.web.ApiModule;
import shareddb.web.ModuleResources;

/**
 * A module with tenants: its folder has the tracks {@code migrations/shared} and {@code
 * migrations/tenant}. {@link Serve} gives it, beside its own database, what belongs to its tenants:
 *
 * <pre>{@code
 * public void routes(Api api, ModuleResources resources, TenantResources tenants) {
 *   Administration.add(api, resources, tenants); // the routes below /admin/tenants
 *   new TenantApi(resources.database(), tenants.databases()).routes(api);
 * }
 * }</pre>
 */
public interface TenantApiModule extends ApiModule {

  /** Adds its routes. Called once, before the server starts. */
  void routes(Api api, ModuleResources resources, TenantResources tenants);

  @Override
  default void routes(Api api, ModuleResources resources) {
    throw new IllegalStateException(name() + " has tenants: it is served by " + Serve.class);
  }
}
