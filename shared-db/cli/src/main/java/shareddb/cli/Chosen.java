package shareddb.cli;

import shareddb.cli.json.Json;
import shareddb.migrate.Target;
import shareddb.settings.Settings;
import shareddb.track.Track;
import shareddb.track.TypedCommand;

/** A track and the target it is applied to. */
record Chosen(Settings settings, Track track, Target target) {

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
    return new TypedCommand(track, target.schema()).of(name);
  }
}
