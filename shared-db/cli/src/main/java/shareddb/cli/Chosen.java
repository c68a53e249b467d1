package shareddb.cli;

import java.util.Optional;
import shareddb.cli.json.Json;
import shareddb.migrate.Target;
import shareddb.names.DatabaseName;
import shareddb.names.TenantName;
import shareddb.settings.Settings;
import shareddb.track.Track;
import shareddb.track.TypedCommand;

/**
 * A track and the target it is applied to.
 *
 * @param tenant whose schema it is, where it is a tenant's
 */
record Chosen(Settings settings, Track track, Target target, Optional<TenantName> tenant) {

  Chosen(Settings settings, Track track, Target target) {
    this(settings, track, target, Optional.empty());
  }

  /** In the schema named after the module. */
  static Chosen usual(Settings settings, Track track) {
    return new Chosen(settings, track, Target.usual(settings.admin(), track));
  }

  /** The schema as a person reads it, with its database where that is not the workshop's. */
  String schema() {
    String schema = target.schema().quoted();
    return isInDatabaseOfItsOwn() ? schema + " in " + target.admin().database() : schema;
  }

  /** Whether the database is another than the workshop's. */
  boolean isInDatabaseOfItsOwn() {
    return target.isOutside(settings.admin());
  }

  /** The beginning of every result: which track, and where. */
  Json json() {
    return new Json()
        .put("track", track.label())
        .put("schema", target.schema().value())
        .put("database", target.admin().database().value());
  }

  /** Whether the database is the one that the module, or the tenant's row, says. */
  boolean isInExpectedDatabase() {
    return tenant.isPresent() || database().isEmpty();
  }

  /** As it is typed, where it is not the one that the module says. */
  private String database() {
    DatabaseName here = target.admin().database();
    DatabaseName usual = Target.usual(settings.admin(), track).admin().database();
    return here.equals(usual) ? "" : " --database " + here;
  }

  /** The same on another schema, which is to be named. */
  String elsewhere(String name) {
    return "./db " + name + " " + track.label() + " --schema ANOTHER_NAME" + database();
  }

  /** Another command on the same track and schema, to be typed as it stands. */
  String command(String name) {
    return tenant
        .map(one -> "./db " + name + " " + track.label() + " --tenant " + one)
        .orElseGet(() -> new TypedCommand(track, target.schema()).of(name) + database());
  }
}
