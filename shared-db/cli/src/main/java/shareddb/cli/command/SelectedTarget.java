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
 * A track and the target that it is applied to.
 *
 * @param tenant the tenant that owns the schema, if it is a tenant's
 */
public record SelectedTarget(
    Settings settings, Track track, Target target, Optional<TenantName> tenant) {

  public SelectedTarget(Settings settings, Track track, Target target) {
    this(settings, track, target, Optional.empty());
  }

  /** Returns the track's usual target: the schema named after the module. */
  public static SelectedTarget usual(Settings settings, Track track) {
    return new SelectedTarget(settings, track, Target.usual(settings.admin(), track));
  }

  /** The quoted schema, followed by its database if that is not the workshop's. */
  public String schema() {
    String schema = target.schema().quoted();
    return isInDatabaseOfItsOwn() ? schema + " in " + target.admin().database() : schema;
  }

  /** Returns whether the target is in another database than the workshop's. */
  public boolean isInDatabaseOfItsOwn() {
    return target.isOutside(settings.admin());
  }

  /** The first fields of every JSON result: the track, the schema and the database. */
  public JsonObject json() {
    return new JsonObject()
        .put("track", track.label())
        .put("schema", target.schema().value())
        .put("database", target.admin().database().value());
  }

  /** Returns whether the database is the one that the module or the tenant's registry row names. */
  public boolean isInExpectedDatabase() {
    return tenant.isPresent() || database().isEmpty();
  }

  /** The option for the database, or an empty text if it is the one that the module names. */
  private String database() {
    DatabaseName here = target.admin().database();
    DatabaseName usual = Target.usual(settings.admin(), track).admin().database();
    return here.equals(usual) ? "" : " --database " + here;
  }

  /** The same command for another schema, whose name the user fills in. */
  public String elsewhere(String name) {
    return "./db " + name + " " + track.label() + " --schema ANOTHER_NAME" + database();
  }

  /** Another command for the same track and target, as the user can type it. */
  public String command(String name) {
    return tenant
        .map(one -> "./db " + name + " " + track.label() + " --tenant " + one)
        .orElseGet(() -> new NextCommand(track, target.schema()).of(name) + database());
  }
}
