package shareddb.cli;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.cli.json.Json;
import shareddb.fleet.FleetOptions;
import shareddb.fleet.FleetStatus;
import shareddb.fleet.Member;
import shareddb.fleet.Members;
import shareddb.migrate.Target;
import shareddb.names.TenantName;
import shareddb.settings.Settings;
import shareddb.tenants.Registry;
import shareddb.tenants.Tenant;
import shareddb.track.Track;

/**
 * The tenants of a module, as targets of one track.
 *
 * @param only those that were named; none where all are meant
 */
record TenantFleet(Settings settings, Registry registry, List<TenantName> only) {

  Track track() {
    return registry.module().tenant();
  }

  /** Throws where one that was named is not there. */
  Members members() throws SQLException {
    if (only.isEmpty()) {
      return registry.members();
    }
    List<Member> members = new ArrayList<>();
    for (TenantName name : only) {
      members.add(registry.member(tenant(name)));
    }
    return Members.of(members);
  }

  /** One of them, to be worked with as any schema is. */
  Chosen one(TenantName name) throws SQLException {
    return new Chosen(settings, track(), registry.target(tenant(name)), Optional.of(name));
  }

  /** The same where it must be there. */
  Chosen whole(TenantName name) throws SQLException {
    Member member = registry.member(tenant(name));
    LostTenantsText lost =
        new LostTenantsText(
            registry.module(), FleetStatus.of(track(), Members.of(List.of(member))).lost());
    if (!lost.isEmpty()) {
      throw lost.failure();
    }
    return one(name);
  }

  FleetOptions.Roles roles() {
    return registry.module().roles();
  }

  /** As it stands at the beginning of a line. */
  String label() {
    return track().label();
  }

  /** A command on the same tenants, to be typed as it stands. */
  String command(String name) {
    return "./db "
        + name
        + " "
        + track().label()
        + only.stream().map(one -> " --tenant " + one).collect(Collectors.joining());
  }

  /** Whether each tenant has a database of its own. */
  boolean hasDatabases() {
    return registry.module().databases().isPresent();
  }

  /** A target's database, or its schema where all are in one database. */
  String plain(Target target) {
    return hasDatabases() ? target.admin().database().value() : target.schema().value();
  }

  /** The same, as it stands in SQL. */
  String quoted(Target target) {
    return hasDatabases() ? target.admin().database().quoted() : target.schema().quoted();
  }

  /** The beginning of every result. */
  Json json() {
    return new Json().put("track", track().label());
  }

  private Tenant tenant(TenantName name) throws SQLException {
    return registry.find(name).orElseThrow(() -> TenantLines.unknown(name, registry));
  }
}
