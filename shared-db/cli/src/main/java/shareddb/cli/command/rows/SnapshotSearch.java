package shareddb.cli.command.rows;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shareddb.base.names.NearestName;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.result.SnapshotText;
import shareddb.migrate.snapshot.Snapshot;

/** Finds a snapshot by the name that the user typed. */
record SnapshotSearch(SelectedTarget chosen, List<Snapshot> newestFirst) {

  static SnapshotSearch in(CommandContext context, SelectedTarget chosen) {
    return new SnapshotSearch(
        chosen, SnapshotText.store(context).of(chosen.track(), chosen.target()));
  }

  /**
   * Returns the snapshot with this name or this unique beginning of its name, or the newest if no
   * name was typed.
   */
  Snapshot named(@Nullable String typed) {
    if (newestFirst.isEmpty()) {
      throw CommandFailure.failed(
          "there is no snapshot of " + chosen.target(),
          chosen.command("snapshot") + "     (all there are:  ./db snapshots)");
    }
    if (typed == null) {
      return newestFirst.getFirst();
    }
    List<Snapshot> exact =
        newestFirst.stream().filter(s -> s.name().value().equals(typed)).toList();
    List<Snapshot> found =
        exact.isEmpty()
            ? newestFirst.stream().filter(s -> s.name().value().startsWith(typed)).toList()
            : exact;
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw found.isEmpty() ? unknown(typed) : ambiguous(typed, found);
  }

  private CommandFailure unknown(String typed) {
    return CommandFailure.usage(
        "there is no snapshot \"" + typed + "\" of " + chosen.target(),
        NearestName.to(typed, names(newestFirst))
            .map(nearest -> "did you mean  " + chosen.command("restore") + " " + nearest + "  ?")
            .orElse(chosen.command("snapshots")));
  }

  private static CommandFailure ambiguous(String typed, List<Snapshot> found) {
    return CommandFailure.usage(
        "\"" + typed + "\" could be any of " + String.join(", ", names(found)),
        "type more of its name");
  }

  private static List<String> names(List<Snapshot> snapshots) {
    return snapshots.stream().map(s -> s.name().value()).toList();
  }
}
