package shareddb.cli.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.migrate.lock.Blocker;
import shareddb.migrate.script.StatementError;
import shareddb.migrate.snapshot.Manifest;
import shareddb.migrate.snapshot.Misfit;
import shareddb.migrate.snapshot.Snapshot;
import shareddb.migrate.snapshot.SnapshotStore;

/** The text and the JSON of snapshots, and the commands that restore them. */
public final class SnapshotText {

  private static final int NAMED = 20;

  private SnapshotText() {}

  public static SnapshotStore store(CommandContext context) {
    return new SnapshotStore(context.root());
  }

  public static JsonObject json(Snapshot snapshot, CommandContext context) {
    Manifest manifest = snapshot.manifest();
    return new JsonObject()
        .put("track", manifest.track())
        .put("schema", manifest.schema().value())
        .put("database", manifest.database().value())
        .put("name", snapshot.name().value())
        .put("version", manifest.version().toString())
        .put("rows", manifest.rows())
        .put("tables", manifest.data().size())
        .put("bytes", manifest.bytes())
        .put("taken_at", manifest.takenAt())
        .put("taken_by", manifest.takenBy())
        .put("reason", manifest.reason().word())
        .put("folder", context.shown(snapshot.folder()));
  }

  /** The snapshot's content, such as {@code 100,000 rows of 1 table}. */
  public static String content(Snapshot snapshot) {
    return CountText.of(snapshot.manifest().rows(), "row")
        + " of "
        + CountText.of(snapshot.manifest().data().size(), "table");
  }

  /**
   * The command that brings back exactly the snapshot's state, if the schema is at this version
   * now.
   */
  public static String restore(SelectedTarget chosen, Snapshot snapshot, Version now) {
    boolean older = snapshot.manifest().version().compareTo(now) < 0;
    return chosen.command("restore") + " " + snapshot.name() + (older ? " --at-its-version" : "");
  }

  /**
   * The command that restores to the snapshot's own version, if the schema's version is not known.
   */
  public static String restore(SelectedTarget chosen, Snapshot snapshot) {
    return chosen.command("restore") + " " + snapshot.name() + " --at-its-version";
  }

  /** Adds the snapshot that was kept, and the command that restores it. */
  public static JsonObject json(
      JsonObject json, String key, Optional<Snapshot> kept, SelectedTarget chosen, Version now) {
    return json.put(key, kept.map(snapshot -> snapshot.name().value()))
        .put("restore", kept.map(snapshot -> restore(chosen, snapshot, now)));
  }

  /** Prints the snapshot of the former state, and the command that restores it. */
  public static void wayBack(
      SelectedTarget chosen, Snapshot snapshot, Version now, CommandContext context) {
    Terminal terminal = context.terminal();
    terminal.print(kept(snapshot, context));
    terminal.print("to get back:  " + restore(chosen, snapshot, now));
  }

  public static String kept(Snapshot snapshot, CommandContext context) {
    return "kept what was there: %s at %s, %s, in %s"
        .formatted(
            content(snapshot),
            snapshot.manifest().version(),
            CountText.bytes(snapshot.manifest().bytes()),
            context.shown(snapshot.folder()));
  }

  public static String misfits(List<Misfit> misfits) {
    return String.join("\n", misfits.stream().map(SnapshotText::misfit).toList());
  }

  public static List<JsonObject> json(List<Misfit> misfits) {
    return misfits.stream().map(m -> new JsonObject().put("what", misfit(m).strip())).toList();
  }

  private static String misfit(Misfit misfit) {
    return switch (misfit) {
      case Misfit.NoTable(String table, long rows) ->
          "  table " + table + " with " + CountText.of(rows, "row");
      case Misfit.NoColumn(String table, String column) -> "  column " + table + "." + column;
      case Misfit.NoSequence(String sequence) -> "  sequence " + sequence;
    };
  }

  public static CommandFailure blocked(Blocker blocker, SelectedTarget chosen, String command) {
    return CommandFailure.failed(
        chosen.schema()
            + " could not be dropped; nothing was changed: "
            + BlockerText.what(blocker),
        BlockerText.next(blocker, chosen, command));
  }

  public static CommandFailure notDropped(
      StatementError error, SelectedTarget chosen, String command) {
    return CommandFailure.failed(
        chosen.schema() + ErrorAdvice.failed(error, " could not be dropped; nothing was changed"),
        ErrorAdvice.next(error, "mend what Postgres names", chosen.command(command), chosen));
  }

  public static CommandFailure neededOutside(
      List<String> dependents, SelectedTarget chosen, String command) {
    String views = "view \"" + chosen.target().schema().value() + "@";
    boolean isInRollout = dependents.stream().allMatch(one -> one.startsWith(views));
    return CommandFailure.failed(
        needed(dependents, chosen.schema()),
        isInRollout
            ? "a rollout is under way; end it or go back:  %s\nthen  %s"
                .formatted(chosen.command("rollout") + " --abort", chosen.command(command))
            : "drop or change them in  %s --admin ,\nthen  %s"
                .formatted(chosen.command("sql"), chosen.command(command)));
  }

  public static String needed(List<String> dependents, String schema) {
    return CountText.of(dependents.size(), "object")
        + " outside of "
        + schema
        + " would be dropped with it, and no snapshot would have them; nothing was changed:\n  "
        + dependents.stream().limit(NAMED).collect(Collectors.joining("\n  "))
        + (dependents.size() > NAMED
            ? "\n  and " + CountText.of(dependents.size() - NAMED, "other")
            : "");
  }

  public static CommandFailure notBuilt(
      UpgradeScript migration,
      StatementError error,
      SelectedTarget chosen,
      CommandContext context,
      String command) {
    String file = context.shown(migration.file());
    return CommandFailure.failed(
        file
            + ErrorAdvice.failed(
                error,
                " failed; everything was taken back, and " + chosen.schema() + " is as before"),
        ErrorAdvice.next(error, "mend " + file, chosen.command(command), chosen));
  }
}
