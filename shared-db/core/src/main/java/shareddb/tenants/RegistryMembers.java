package shareddb.tenants;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shareddb.fleet.Member;
import shareddb.fleet.Members;
import shareddb.migrate.Target;
import shareddb.names.SchemaName;
import shareddb.settings.Login;

/** The tenants as a fleet, by name. */
record RegistryMembers(Registry registry) implements Members {

  @Override
  public List<Member> all() throws SQLException {
    List<Member> members = new ArrayList<>();
    registry.each(
        Optional.empty(),
        tenant -> {
          if (tenant.status().isHere()) {
            members.add(registry.member(tenant));
          }
        });
    return List.copyOf(members);
  }

  @Override
  public List<Login> databases() {
    return List.of(registry.admin());
  }

  @Override
  public List<Target> orphans(List<Member> all) throws SQLException {
    return registry.module().databases().isPresent()
        ? new OrphanedDatabases(registry).all()
        : Members.super.orphans(all);
  }

  @Override
  public boolean couldBeOne(SchemaName schema) {
    return registry.module().couldOwn(schema);
  }
}
