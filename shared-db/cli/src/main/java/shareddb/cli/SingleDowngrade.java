package shareddb.cli;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shareddb.migrate.DowngradeTo;
import shareddb.snapshot.DowngradeLoss;
import shareddb.snapshot.KeptDowngrade;
import shareddb.snapshot.LostRows;
import shareddb.snapshot.Snapshot;
import shareddb.track.Version;

/** A downgrade of one schema: what it would lose is said, asked about and kept. */
record SingleDowngrade(
    DowngradeTo to, Chosen chosen, Duration patience, JsonOption json, Surroundings surroundings) {

  ExitCode run(YesOption yes) throws SQLException {
    DowngradeLoss loss =
        attended(caller -> DowngradeLoss.of(chosen.track(), chosen.target(), to, caller));
    List<LostRows> rows = loss instanceof DowngradeLoss.Found found ? found.withRows() : List.of();
    if (!rows.isEmpty() && !confirmed(rows, yes)) {
      return YesOption.refused(surroundings.terminal(), json);
    }
    KeptDowngrade done =
        attended(
            caller ->
                KeptDowngrade.run(
                    SnapshotLines.store(surroundings),
                    chosen.track(),
                    chosen.target(),
                    to,
                    loss,
                    caller,
                    caller));
    return tell(done, rows);
  }

  private <R> R attended(Attended.Work<R> work) throws SQLException {
    return Attended.run("downgrade", chosen, surroundings, patience, work);
  }

  private boolean confirmed(List<LostRows> rows, YesOption yes) {
    String lost = LostRowsText.lines(rows);
    return yes.confirms(
        "the downgrade drops, from " + chosen.schema() + ":" + lost + "\n(a snapshot is kept)",
        "The downgrade drops, from %s:%s\nGo on? (A snapshot is kept.)"
            .formatted(chosen.schema(), lost),
        again(),
        surroundings);
  }

  private String again() {
    return chosen.command("downgrade")
        + switch (to) {
          case DowngradeTo.TheVersion(Version version) -> " --target " + version;
          case DowngradeTo.Steps(int count) -> count == 1 ? "" : " --steps " + count;
        };
  }

  private ExitCode tell(KeptDowngrade done, List<LostRows> rows) {
    Terminal terminal = surroundings.terminal();
    Moved moved;
    try {
      moved = new DowngradeText(chosen, surroundings).moved(done.result());
    } catch (CommandFailure failure) {
      done.kept().ifPresent(this::note);
      throw failure;
    }
    Optional<Snapshot> kept = done.kept();
    json.tell(
        terminal,
        () ->
            SnapshotLines.json(
                moved.json(chosen).put("lost", LostRowsText.json(rows)),
                "snapshot",
                kept,
                chosen,
                moved.to()),
        () -> {
          moved.print(chosen, terminal);
          kept.ifPresent(s -> SnapshotLines.wayBack(chosen, s, moved.to(), surroundings));
        });
    if (!moved.steps().isEmpty()) {
      DowngradeText.repeatablesStay(chosen.track(), terminal);
    }
    return ExitCode.DONE;
  }

  /** Where it is not known how far the schema is: at the snapshot's version. */
  private void note(Snapshot kept) {
    Terminal terminal = surroundings.terminal();
    terminal.note(SnapshotLines.kept(kept, surroundings));
    terminal.note("to get back:  " + SnapshotLines.restore(chosen, kept));
  }
}
