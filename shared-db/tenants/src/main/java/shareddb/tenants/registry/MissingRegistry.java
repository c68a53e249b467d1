package shareddb.tenants.registry;

/**
 * The database has no registry of tenants: the module's shared schema is missing or older than its
 * registry.
 */
public final class MissingRegistry extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient TenantModule module;

  MissingRegistry(TenantModule module) {
    super("there is no registry of tenants in schema " + module.sharedSchema().quoted());
    this.module = module;
  }

  public TenantModule module() {
    return module;
  }
}
