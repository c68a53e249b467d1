package shareddb.cli.command.server;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import shareddb.base.track.Track;
import shareddb.cli.output.JsonObject;
import shareddb.migrate.overview.TargetStatus;
import shareddb.postgres.server.ServerStatus;
import shareddb.tenants.fleet.targets.FleetTarget;

/** The server and all targets in it, as JSON. */
final class StatusJson {

  private StatusJson() {}

  static JsonObject of(
      ServerStatus status, List<TargetStatus> targets, List<TenantDatabasesStatus> apart) {
    return new JsonObject()
        .put("server", server(status))
        .put("targets", targets.stream().map(StatusJson::target).toList())
        .put(
            "tenants_in_databases",
            apart.stream()
                .filter(TenantDatabasesStatus::haveDatabases)
                .map(TenantDatabasesStatus::json)
                .toList())
        .putTexts(
            "lost_tenants",
            apart.stream()
                .flatMap(t -> t.lost().lost().keySet().stream())
                .map(FleetTarget::label)
                .toList());
  }

  private static JsonObject server(ServerStatus status) {
    return new JsonObject()
        .put("kind", status.kind().name().toLowerCase(Locale.ROOT))
        .put("running", status.running())
        .put("version", status.version())
        .put("host", status.admin().host())
        .put("port", status.admin().port())
        .put("database", status.admin().database().value())
        .put("user", status.admin().user())
        .put("data", status.data().map(Object::toString))
        .put("because", status.why());
  }

  /**
   * The JSON of one target. If its history follows no track of this checkout, the track and the
   * newest version are null.
   */
  private static JsonObject target(TargetStatus target) {
    boolean known = target.track().isPresent();
    JsonObject json =
        new JsonObject()
            .put("track", target.track().map(Track::label))
            .put("schema", target.schema().value())
            .put("journal", target.isOfTheTool())
            .put("current", target.state().current().toString())
            .put("newest", known ? target.state().newest().toString() : null);
    if (target.unseen().isPresent()) {
      json.putNull("pending").putNull("problems").put("away", target.unseen());
    } else if (known) {
      json.put("pending", target.state().due().size());
      json.put("problems", target.state().problems().size());
    } else {
      json.putNull("pending").putNull("problems");
    }
    return json.put("last_change", target.lastChange().map(Instant::toString))
        .put("size_bytes", target.size())
        .put("database", target.database().value());
  }
}
