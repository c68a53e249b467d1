package shareddb.cli;

import java.util.Optional;
import shareddb.cli.json.Json;
import shareddb.migrate.Target;
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
    return new Chosen(settings, track, new Target(settings.admin(), track.module().schema()));
  }

  /** The schema as a person reads it. */
  String schema() {
    return target.schema().quoted();
  }

  /** The beginning of every result: which track, and where. */
  Json json() {
    return new Json().put("track", track.label()).put("schema", target.schema().value());
  }

  /** Another command on the same track and schema, to be typed as it stands. */
  String command(String name) {
    return tenant
        .map(one -> "./db " + name + " " + track.label() + " --tenant " + one)
        .orElseGet(() -> new TypedCommand(track, target.schema()).of(name));
  }
}
