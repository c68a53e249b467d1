package shareddb.cli.command.fleet;

import java.time.Duration;
import java.util.Optional;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TextTable;
import shareddb.cli.output.TimeText;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.migrate.journal.JournalState;
import shareddb.migrate.journal.RunTarget;

/** The text and the JSON of runs over many tenants. */
final class FleetRunText {

  private FleetRunText() {}

  /** Names the session of the run that works on these tenants now. */
  static String who(FleetRunEntry run) {
    return "%s moves these tenants: run %s, %s to %s, session %s of user %s, since %s"
        .formatted(
            run.by(),
            run.id(),
            run.operation(),
            run.to(),
            run.pid(),
            run.role(),
            TimeText.of(run.startedAt()));
  }

  static void row(TextTable table, FleetRunEntry run, Terminal terminal) {
    table.row(
        String.valueOf(run.id()),
        TimeText.of(run.startedAt()),
        run.by(),
        run.operation() + " to " + run.to(),
        "%,d".formatted(run.targets()),
        "%,d".formatted(run.done()),
        "%,d".formatted(run.failed()),
        took(run).map(TimeText::took).orElse("-"),
        outcome(run, terminal));
  }

  static String outcome(FleetRunEntry run, Terminal terminal) {
    return switch (run.state()) {
      case RUNNING -> "running, in session " + run.pid();
      case DONE -> terminal.good("done");
      case FAILED, UNKNOWN -> terminal.bad(run.state().word()) + ": " + run.error().orElse("");
      case UNFINISHED -> terminal.bad("stopped") + ": the next run goes on with it";
    };
  }

  static JsonObject json(FleetRunEntry run) {
    JsonObject json =
        new JsonObject()
            .put("run", run.id())
            .put("operation", run.operation())
            .put("track", run.track())
            .put("to", run.to().toString())
            .put("by", run.by())
            .put("database_user", run.role())
            .put("started_at", run.startedAt())
            .put("ended_at", run.endedAt().map(Object::toString))
            .put("outcome", word(run.state()))
            .put("error", run.error())
            .put("tenants", run.targets())
            .put("done", run.done())
            .put("failed", run.failed());
    return run.continuedBy().isPresent()
        ? json.put("continued_by", run.continuedBy().get())
        : json.putNull("continued_by");
  }

  static JsonObject json(RunTarget target) {
    return new JsonObject()
        .put("tenant", target.label())
        .put("database", target.database().value())
        .put("schema", target.schema().value())
        .put("from", target.from().toString())
        .put("to", target.to().toString())
        .put("outcome", target.status().word())
        .put("duration_ms", target.took().toMillis())
        .put("reason", target.error());
  }

  /** The outcome's word. A run without an end is called stopped, as the next run continues it. */
  private static String word(JournalState state) {
    return state == JournalState.UNFINISHED ? "stopped" : state.word();
  }

  private static Optional<Duration> took(FleetRunEntry run) {
    return run.endedAt().map(end -> Duration.between(run.startedAt(), end));
  }
}
