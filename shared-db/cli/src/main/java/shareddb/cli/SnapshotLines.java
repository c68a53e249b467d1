package shareddb.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.cli.json.Json;
import shareddb.migrate.Blocker;
import shareddb.migrate.StatementError;
import shareddb.snapshot.Manifest;
import shareddb.snapshot.Misfit;
import shareddb.snapshot.Snapshot;
import shareddb.snapshot.SnapshotStore;
import shareddb.track.UpScript;
import shareddb.track.Version;

/** How snapshots, and the ways back to them, are shown. */
final class SnapshotLines {

  private static final int NAMED = 20;

  private SnapshotLines() {}

  static SnapshotStore store(Surroundings surroundings) {
    return new SnapshotStore(surroundings.root());
  }

  static Json json(Snapshot snapshot, Surroundings surroundings) {
    Manifest manifest = snapshot.manifest();
    return new Json()
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
        .put("folder", surroundings.shown(snapshot.folder()));
  }

  /** {@code 100,000 rows of 1 table}. */
  static String content(Snapshot snapshot) {
    return Amount.of(snapshot.manifest().rows(), "row")
        + " of "
        + Amount.of(snapshot.manifest().data().size(), "table");
  }

  /** What brings back exactly what a snapshot holds, where the schema is at this version now. */
  static String restore(Chosen chosen, Snapshot snapshot, Version now) {
    boolean older = snapshot.manifest().version().compareTo(now) < 0;
    return chosen.command("restore") + " " + snapshot.name() + (older ? " --at-its-version" : "");
  }

  /** Where it is not known at which version the schema is: at the snapshot's own. */
  static String restore(Chosen chosen, Snapshot snapshot) {
    return chosen.command("restore") + " " + snapshot.name() + " --at-its-version";
  }

  /** The snapshot that was kept, and the command that brings it back, as a script reads them. */
  static Json json(Json json, String key, Optional<Snapshot> kept, Chosen chosen, Version now) {
    return json.put(key, kept.map(snapshot -> snapshot.name().value()))
        .put("restore", kept.map(snapshot -> restore(chosen, snapshot, now)));
  }

  /** What was there until now, and the command that brings it back. */
  static void wayBack(Chosen chosen, Snapshot snapshot, Version now, Surroundings surroundings) {
    Terminal terminal = surroundings.terminal();
    terminal.print(kept(snapshot, surroundings));
    terminal.print("to get back:  " + restore(chosen, snapshot, now));
  }

  static String kept(Snapshot snapshot, Surroundings surroundings) {
    return "kept what was there: %s at %s, %s, in %s"
        .formatted(
            content(snapshot),
            snapshot.manifest().version(),
            Amount.bytes(snapshot.manifest().bytes()),
            surroundings.shown(snapshot.folder()));
  }

  static String misfits(List<Misfit> misfits) {
    return String.join("\n", misfits.stream().map(SnapshotLines::misfit).toList());
  }

  static List<Json> json(List<Misfit> misfits) {
    return misfits.stream().map(m -> new Json().put("what", misfit(m).strip())).toList();
  }

  private static String misfit(Misfit misfit) {
    return switch (misfit) {
      case Misfit.NoTable(String table, long rows) ->
          "  table " + table + " with " + Amount.of(rows, "row");
      case Misfit.NoColumn(String table, String column) -> "  column " + table + "." + column;
      case Misfit.NoSequence(String sequence) -> "  sequence " + sequence;
    };
  }

  static CommandFailure blocked(Blocker blocker, Chosen chosen, String command) {
    return CommandFailure.failed(
        chosen.schema() + " could not be dropped; nothing was changed: " + Blocking.what(blocker),
        Blocking.next(blocker, chosen, command));
  }

  static CommandFailure notDropped(StatementError error, Chosen chosen, String command) {
    return CommandFailure.failed(
        chosen.schema() + ErrorAdvice.failed(error, " could not be dropped; nothing was changed"),
        ErrorAdvice.next(error, "mend what Postgres names", chosen.command(command), chosen));
  }

  static CommandFailure neededOutside(List<String> dependents, Chosen chosen, String command) {
    return CommandFailure.failed(
        needed(dependents, chosen.schema()),
        "drop or change them in  %s --admin ,\nthen  %s"
            .formatted(chosen.command("sql"), chosen.command(command)));
  }

  static String needed(List<String> dependents, String schema) {
    return Amount.of(dependents.size(), "object")
        + " outside of "
        + schema
        + " would be dropped with it, and no snapshot would have them; nothing was changed:\n  "
        + dependents.stream().limit(NAMED).collect(Collectors.joining("\n  "))
        + (dependents.size() > NAMED
            ? "\n  and " + Amount.of(dependents.size() - NAMED, "other")
            : "");
  }

  static CommandFailure notBuilt(
      UpScript migration,
      StatementError error,
      Chosen chosen,
      Surroundings surroundings,
      String command) {
    String file = surroundings.shown(migration.file());
    return CommandFailure.failed(
        file
            + ErrorAdvice.failed(
                error,
                " failed; everything was taken back, and " + chosen.schema() + " is as before"),
        ErrorAdvice.next(error, "mend " + file, chosen.command(command), chosen));
  }
}
