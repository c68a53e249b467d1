package shareddb.cli.command;

import java.util.Optional;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.TenantName;
import shareddb.base.settings.Settings;
import shareddb.base.track.NextCommand;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.cli.output.JsonObject;

/**
 * A track and the target it is applied to.
 *
 * @param tenant whose schema it is, where it is a tenant's
 */
public record SelectedTarget(
    Settings settings, Track track, Target target, Optional<TenantName> tenant) {

  public SelectedTarget(Settings settings, Track track, Target target) {
    this(settings, track, target, Optional.empty());
  }

  /** In the schema named after the module. */
  public static SelectedTarget usual(Settings settings, Track track) {
    return new SelectedTarget(settings, track, Target.usual(settings.admin(), track));
  }

  /** The schema as a person reads it, with its database where that is not the workshop's. */
  public String schema() {
    String schema = target.schema().quoted();
    return isInDatabaseOfItsOwn() ? schema + " in " + target.admin().database() : schema;
  }

  /** Whether the database is another than the workshop's. */
  public boolean isInDatabaseOfItsOwn() {
    return target.isOutside(settings.admin());
  }

  /** The beginning of every result: which track, and where. */
  public JsonObject json() {
    return new JsonObject()
        .put("track", track.label())
        .put("schema", target.schema().value())
        .put("database", target.admin().database().value());
  }

  /** Whether the database is the one that the module, or the tenant's row, says. */
  public boolean isInExpectedDatabase() {
    return tenant.isPresent() || database().isEmpty();
  }

  /** As it is typed, where it is not the one that the module says. */
  private String database() {
    DatabaseName here = target.admin().database();
    DatabaseName usual = Target.usual(settings.admin(), track).admin().database();
    return here.equals(usual) ? "" : " --database " + here;
  }

  /** The same on another schema, which is to be named. */
  public String elsewhere(String name) {
    return "./db " + name + " " + track.label() + " --schema ANOTHER_NAME" + database();
  }

  /** Another command on the same track and schema, to be typed as it stands. */
  public String command(String name) {
    return tenant
        .map(one -> "./db " + name + " " + track.label() + " --tenant " + one)
        .orElseGet(() -> new NextCommand(track, target.schema()).of(name) + database());
  }
}
