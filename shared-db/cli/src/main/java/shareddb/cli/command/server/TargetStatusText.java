package shareddb.cli.command.server;

import java.time.Instant;
import java.util.stream.Collectors;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.ModuleName;
import shareddb.base.track.NextCommand;
import shareddb.base.track.Track;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.TextTable;
import shareddb.cli.output.TimeText;
import shareddb.migrate.history.HistoryRow;
import shareddb.migrate.history.TrackState;
import shareddb.migrate.overview.TargetStatus;

/** One target in the output of {@code ./db status}: a line of the table, or JSON. */
final class TargetStatusText {

  private TargetStatusText() {}

  /**
   * The JSON of one target. If its history follows no track of this checkout, the track and the
   * newest version are null.
   */
  static JsonObject json(TargetStatus target) {
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

  /** Adds the line of one target to the table. */
  static void add(TextTable table, TargetStatus target, DatabaseName workshops) {
    TrackState state = target.state();
    boolean known = target.track().isPresent();
    String unknown = target.isOfTheTool() ? "-" : "?";
    table.row(
        target.track().map(Track::label).orElse(whose(target)),
        schema(target, workshops),
        target.unseen().isPresent() ? "?" : state.current().toString(),
        known ? state.newest().toString() : unknown,
        known && target.unseen().isEmpty() ? String.valueOf(state.due().size()) : unknown,
        target.lastChange().map(TimeText::of).orElse(target.unseen().isPresent() ? "?" : "never"),
        target.size() == 0 ? "-" : CountText.bytes(target.size()),
        target.track().map(track -> next(target, track)).orElseGet(() -> unknown(target)));
  }

  private static String unknown(TargetStatus target) {
    String scripts =
        target.state().applied().values().stream()
            .map(HistoryRow::script)
            .collect(Collectors.joining(", "));
    if (target.isOfTheTool() || scripts.isEmpty()) {
      return "";
    }
    String schema = target.schema().value();
    return ModuleName.isOne(schema)
        ? "no folder workshop/%1$s; its rows are kept by  ./db new --remove %1$s".formatted(schema)
        : "no track of this checkout has " + scripts;
  }

  private static String schema(TargetStatus target, DatabaseName workshops) {
    String schema = target.schema().quoted();
    return target.database().equals(workshops) ? schema : schema + " in " + target.database();
  }

  private static String whose(TargetStatus target) {
    return target.isOfTheTool() ? "(the tool's journal)" : "(none of these)";
  }

  private static String next(TargetStatus target, Track track) {
    if (target.unseen().isPresent()) {
      return "not read: " + target.unseen().get();
    }
    NextCommand command = new NextCommand(track, target.schema());
    if (!target.state().problems().isEmpty()) {
      return command.of("current");
    }
    return target.state().isUpToDate() ? "" : command.of("upgrade");
  }
}
