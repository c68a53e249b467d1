package shareddb.cli.command.schema;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandContext;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.command.SelectedTarget;
import shareddb.cli.option.JsonOption;
import shareddb.cli.option.YesOption;
import shareddb.cli.output.Terminal;
import shareddb.cli.result.DowngradeText;
import shareddb.cli.result.LostRowsText;
import shareddb.cli.result.SnapshotText;
import shareddb.cli.result.TerminalListener;
import shareddb.cli.result.VersionChangeText;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.snapshot.DowngradeLoss;
import shareddb.migrate.snapshot.DowngradeWithSnapshot;
import shareddb.migrate.snapshot.LostRows;
import shareddb.migrate.snapshot.Snapshot;

/**
 * A downgrade of one schema: lists the rows that it would lose, asks for confirmation, and keeps a
 * snapshot.
 */
record SingleDowngrade(
    DowngradeTo to,
    SelectedTarget chosen,
    Duration patience,
    JsonOption json,
    CommandContext context) {

  ExitCode run(YesOption yes) throws SQLException {
    DowngradeLoss loss =
        attended(caller -> DowngradeLoss.of(chosen.track(), chosen.target(), to, caller));
    List<LostRows> rows = loss instanceof DowngradeLoss.Found found ? found.withRows() : List.of();
    if (!rows.isEmpty() && !confirmed(rows, yes)) {
      return YesOption.refused(context.terminal(), json);
    }
    DowngradeWithSnapshot done =
        attended(
            caller ->
                DowngradeWithSnapshot.run(
                    SnapshotText.store(context),
                    chosen.track(),
                    chosen.target(),
                    to,
                    loss,
                    caller,
                    caller));
    return tell(done, rows);
  }

  private <R> R attended(TerminalListener.Work<R> work) throws SQLException {
    return TerminalListener.run("downgrade", chosen, context, patience, work);
  }

  private boolean confirmed(List<LostRows> rows, YesOption yes) {
    String lost = LostRowsText.lines(rows);
    return yes.confirms(
        "the downgrade drops, from " + chosen.schema() + ":" + lost + "\n(a snapshot is kept)",
        "The downgrade drops, from %s:%s\nGo on? (A snapshot is kept.)"
            .formatted(chosen.schema(), lost),
        again(),
        context);
  }

  private String again() {
    return chosen.command("downgrade")
        + switch (to) {
          case DowngradeTo.TheVersion(Version version) -> " --target " + version;
          case DowngradeTo.Steps(int count) -> count == 1 ? "" : " --steps " + count;
        };
  }

  private ExitCode tell(DowngradeWithSnapshot done, List<LostRows> rows) {
    Terminal terminal = context.terminal();
    VersionChangeText moved;
    try {
      moved = new DowngradeText(chosen, context).moved(done.result());
    } catch (CommandFailure failure) {
      done.kept().stream().limit(1).forEach(this::note);
      later(done.kept());
      throw failure;
    }
    Optional<Snapshot> kept = done.kept().stream().findFirst();
    json.tell(
        terminal,
        () ->
            SnapshotText.json(
                moved.json(chosen).put("lost", LostRowsText.json(rows)),
                "snapshot",
                kept,
                chosen,
                moved.to()),
        () -> {
          moved.print(chosen, terminal);
          kept.ifPresent(s -> SnapshotText.wayBack(chosen, s, moved.to(), context));
        });
    later(done.kept());
    if (!moved.steps().isEmpty()) {
      DowngradeText.repeatablesStay(chosen.track(), terminal);
    }
    return ExitCode.DONE;
  }

  /** Names the snapshots that were taken after the first one, between the undo scripts. */
  private void later(List<Snapshot> kept) {
    kept.stream()
        .skip(1)
        .forEach(
            one ->
                context
                    .terminal()
                    .note(
                        "note: rows that were written after that, at %s, are in %s"
                            .formatted(one.manifest().version(), context.shown(one.folder()))));
  }

  /**
   * Names the snapshot after a failure. The restore ends at the snapshot's version, as the schema's
   * version may be unknown.
   */
  private void note(Snapshot kept) {
    Terminal terminal = context.terminal();
    terminal.note(SnapshotText.kept(kept, context));
    terminal.note("to get back:  " + SnapshotText.restore(chosen, kept));
  }
}
