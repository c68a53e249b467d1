package shareddb.tenants.registry;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import shareddb.base.names.SchemaName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.FleetTargets;

/** The targets of the registry's tenants, by name. */
record RegisteredTargets(TenantRegistry registry) implements FleetTargets {

  @Override
  public List<FleetTarget> all() throws SQLException {
    return having(tenant -> true);
  }

  /** The targets among all that fulfil a condition. */
  List<FleetTarget> having(Predicate<Tenant> condition) throws SQLException {
    return such(tenant -> tenant.status().isHere() && condition.test(tenant));
  }

  private List<FleetTarget> such(Predicate<Tenant> wanted) throws SQLException {
    List<FleetTarget> members = new ArrayList<>();
    registry.each(
        Optional.empty(),
        tenant -> {
          if (wanted.test(tenant)) {
            members.add(registry.member(tenant));
          }
        });
    return List.copyOf(members);
  }

  @Override
  public List<Login> databases() {
    return List.of(registry.admin());
  }

  /**
   * Compares with all rows of the registry. A tenant that is being removed, or that a relocation
   * brings here or took away, is in no fleet run, but its schema is no orphan.
   */
  @Override
  public List<Target> orphans(List<FleetTarget> all) throws SQLException {
    return registry.module().databases().isPresent()
        ? new OrphanDatabases(registry).all()
        : FleetTargets.super.orphans(such(tenant -> true));
  }

  @Override
  public boolean couldBeOne(SchemaName schema) {
    return registry.module().couldOwn(schema);
  }
}
