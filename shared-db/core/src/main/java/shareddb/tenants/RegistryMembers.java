package shareddb.tenants;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import shareddb.fleet.Member;
import shareddb.fleet.Members;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;
import shareddb.settings.Login;

/** The tenants as a fleet, by name. */
record RegistryMembers(Registry registry) implements Members {

  @Override
  public List<Member> all() throws SQLException {
    return such(tenant -> tenant.status().isHere());
  }

  private List<Member> such(Predicate<Tenant> wanted) throws SQLException {
    List<Member> members = new ArrayList<>();
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

  /** Who goes, or comes, is on the list, though nobody moves them. */
  @Override
  public List<Target> orphans(List<Member> all) throws SQLException {
    return registry.module().databases().isPresent()
        ? new OrphanedDatabases(registry).all()
        : Members.super.orphans(such(tenant -> true));
  }

  @Override
  public boolean couldBeOne(SchemaName schema) {
    return registry.module().couldOwn(schema);
  }
}
