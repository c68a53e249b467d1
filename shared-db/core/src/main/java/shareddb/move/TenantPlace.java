package shareddb.move;

import shareddb.migrate.Target;
import shareddb.names.GateName;
import shareddb.names.ModuleName;
import shareddb.settings.Login;
import shareddb.tenants.Registry;
import shareddb.tenants.Tenant;
import shareddb.track.Track;

/** A tenant with a schema of its own, in whichever database its registry says. */
public record TenantPlace(Registry registry, Tenant tenant) implements Place {

  @Override
  public ModuleName module() {
    return registry.module().name();
  }

  @Override
  public Track track() {
    return registry.module().tenant();
  }

  @Override
  public Target target() {
    return registry.target(tenant);
  }

  @Override
  public Login workshop() {
    return registry.admin();
  }

  @Override
  public GateName gate() {
    return GateName.of(tenant.schema());
  }

  @Override
  public String label() {
    return "tenant " + tenant.name() + " of " + module();
  }
}
