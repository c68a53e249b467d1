package shareddb.cli.command.fleet;

import java.util.List;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.JsonObject;
import shareddb.tenants.fleet.targets.FleetEvent;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.tenants.fleet.targets.TargetOutcome;

/** The JSON of a fleet run: one object on each line. */
final class FleetJson {

  private FleetJson() {}

  static JsonObject event(FleetEvent event) {
    return switch (event) {
      case FleetEvent.Begins(long run, int members, int behind, var to) ->
          named("begins")
              .put("run", run)
              .put("tenants", members)
              .put("behind", behind)
              .put("to", to.toString());
      case FleetEvent.GoesOn(long stopped, int open, int done) ->
          named("goes_on").put("stopped_run", stopped).put("open", open).put("done", done);
      case FleetEvent.Wave(int number, int of, int targets) ->
          named("wave").put("number", number).put("of", of).put("tenants", targets);
      case FleetEvent.TargetWaits(FleetTarget member, String why) ->
          named("waits").put("tenant", member.label()).put("message", why);
      case FleetEvent.TargetDone(TargetOutcome outcome) -> outcome(outcome);
    };
  }

  /** The last line of a run. */
  static JsonObject end(String how, FleetResult.Tally tally, ExitCode exit) {
    return named("ends")
        .put("outcome", how)
        .put("run", tally.run())
        .put("tenants", tally.members())
        .put("moved", tally.moved())
        .put("failed", tally.failed().size())
        .put("unreachable", tally.unreachable().size() - tally.unknown())
        .put("unknown", tally.unknown())
        .put("lost", tally.lost().size())
        .put("left", tally.left())
        .put("duration_ms", tally.took().toMillis())
        .put("exit_code", exit.code());
  }

  static JsonObject named(String event) {
    return new JsonObject().put("event", event);
  }

  static JsonObject failed(TargetOutcome.Failed failed) {
    return new JsonObject()
        .put("tenant", failed.member().label())
        .put("schema", failed.member().target().schema().value())
        .put("version", failed.to().toString())
        .put("reason", failed.reason());
  }

  static List<JsonObject> failed(List<TargetOutcome.Failed> failed) {
    return failed.stream().map(FleetJson::failed).toList();
  }

  private static JsonObject outcome(TargetOutcome outcome) {
    JsonObject json =
        named("tenant")
            .put("tenant", outcome.member().label())
            .put("schema", outcome.member().target().schema().value())
            .put("from", outcome.from().toString())
            .put("to", outcome.to().toString());
    return switch (outcome) {
      case TargetOutcome.Moved moved ->
          json.put("outcome", "moved")
              .put("duration_ms", moved.took().toMillis())
              .put(
                  "how",
                  switch (moved.how()) {
                    case IN_ONE_GO -> "in_one_go";
                    case STEP_BY_STEP -> "step_by_step";
                    case BY_OTHERS -> "by_others";
                  });
      case TargetOutcome.Failed failed ->
          json.put("outcome", "failed")
              .put("duration_ms", failed.took().toMillis())
              .put("reason", failed.reason());
      case TargetOutcome.Unreachable away ->
          json.put("outcome", away.isUnknown() ? "unknown" : "unreachable")
              .put("reason", away.reason());
      case TargetOutcome.Gone gone -> json.put("outcome", "lost").put("reason", gone.lost().said());
    };
  }
}
