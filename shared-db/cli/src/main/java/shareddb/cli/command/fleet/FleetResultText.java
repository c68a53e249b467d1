package shareddb.cli.command.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.ExitCode;
import shareddb.cli.output.CountText;
import shareddb.cli.output.JsonObject;
import shareddb.cli.output.Terminal;
import shareddb.cli.output.TimeText;
import shareddb.cli.result.DowngradeText;
import shareddb.cli.result.LostTenantsText;
import shareddb.cli.result.UnreachableTenantsText;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.tenants.fleet.FleetDirection;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetResult.Tally;

/** The text and the JSON of a fleet's upgrade or downgrade. */
record FleetResultText(FleetOperation asked) {

  ExitCode tell(FleetResult result) {
    return switch (result) {
      case FleetResult.NothingToDo(int members, Version version) -> nothing(members, version);
      case FleetResult.Done(Tally tally) -> done(tally);
      case FleetResult.Stopped(Tally tally, int allowed) ->
          ended(
              "stopped",
              tally,
              "stopped: %s failed, and %s may; %s not tried"
                  .formatted(tally.failed().size(), allowed, CountText.of(tally.left(), "tenant")));
      case FleetResult.Interrupted(Tally tally, String why) ->
          ended(
              "interrupted",
              tally,
              "stopped, as "
                  + why
                  + (tally.left() == 0
                      ? ""
                      : "; "
                          + CountText.of(tally.left(), "tenant")
                          + " left, none of them half-way"));
      case FleetResult.Occupied(Optional<FleetRunEntry> run) -> throw occupied(run);
      case FleetResult.TooFewConnections tooFew ->
          throw FleetOperation.tooFew(tooFew, asked.again());
      case FleetResult.UnknownVersion(Version wanted, List<Version> known) ->
          throw CommandFailure.usage(
              asked.fleet().label()
                  + " has no version "
                  + wanted
                  + "; it has "
                  + known.stream().map(Version::toString).collect(Collectors.joining(", ")),
              asked.fleet().command("current"));
      case FleetResult.NoUndoScript(List<Migration> missing) -> throw noUndo(missing);
    };
  }

  private ExitCode nothing(int members, Version version) {
    Terminal terminal = asked.context().terminal();
    if (asked.json().wanted()) {
      terminal.print(
          FleetJson.named("ends")
              .put("outcome", "nothing_to_do")
              .put("tenants", members)
              .put("version", version.toString())
              .put("exit_code", 0));
    } else {
      terminal.print(asked.fleet().label() + ": " + nothing(members));
    }
    return ExitCode.DONE;
  }

  private String nothing(int members) {
    if (members == 0) {
      return "there are no tenants";
    }
    return CountText.of(members, "tenant")
        + switch (asked.move()) {
          case FleetDirection.Up(Optional<Version> wanted) ->
              wanted.map(v -> ", all at " + v + " or above").orElse(", nothing is pending");
          case FleetDirection.Down(Version downTo) -> ", nothing to undo above " + downTo;
        };
  }

  private ExitCode done(Tally tally) {
    if (!tally.isWhole()) {
      return ended("done", tally, notWhole(tally));
    }
    Terminal terminal = asked.context().terminal();
    if (asked.json().wanted()) {
      terminal.print(FleetJson.end("done", tally, ExitCode.DONE));
    } else {
      terminal.print(moved(tally));
      if (asked.move() instanceof FleetDirection.Down) {
        DowngradeText.repeatablesStay(asked.fleet().track(), terminal);
      }
    }
    return ExitCode.DONE;
  }

  /**
   * Returns {@code DIFFERS} if tenants are lost or could not be read and all others are at the
   * wanted version, else {@code FAILED}.
   */
  private static ExitCode exit(Tally tally) {
    return tally.failed().isEmpty() && tally.left() == 0 && tally.unknown() == 0
        ? ExitCode.DIFFERS
        : ExitCode.FAILED;
  }

  /**
   * Prints a result that is not complete. It prints at once, as the process may be about to end.
   */
  private ExitCode ended(String how, Tally tally, String what) {
    Terminal terminal = asked.context().terminal();
    if (asked.json().wanted()) {
      JsonObject json = FleetJson.end(how, tally, exit(tally));
      terminal.print(json.put("next", asked.again()));
      return exit(tally);
    }
    if (tally.moved() > 0) {
      terminal.print(moved(tally));
    }
    LostTenantsText lost = LostTenantsText.of(asked.fleet().registry().module(), tally.lost());
    FailedTenantsText failed = new FailedTenantsText(tally.failed());
    terminal.complain(
        Terminal.indented(
            what
                + failed.lines("./db tenants run " + tally.run())
                + UnreachableTenantsText.lines(tally.unreachable())
                + lost.lines().stream().map(line -> "\n  " + line).collect(Collectors.joining()),
            7));
    if (!lost.isEmpty()) {
      terminal.advise(lost.next());
    }
    if (exit(tally) == ExitCode.DIFFERS) {
      return ExitCode.DIFFERS;
    }
    terminal.advise(
        (tally.failed().isEmpty() ? "" : "mend what the reasons name, then  ")
            + asked.again()
            + "     goes on with those that are not there yet");
    return exit(tally);
  }

  private static String notWhole(Tally tally) {
    List<String> what = new ArrayList<>();
    if (!tally.failed().isEmpty()) {
      what.add(CountText.of(tally.failed().size(), "tenant") + " failed");
    }
    if (!tally.unreachable().isEmpty()) {
      what.add(CountText.of(tally.unreachable().size(), "tenant") + " could not be read");
    }
    if (!tally.lost().isEmpty()) {
      what.add(CountText.of(tally.lost().size(), "tenant") + " lost");
    }
    return String.join(", ", what);
  }

  private String moved(Tally tally) {
    return "%s: %s %s %s, in %s (run %s)"
        .formatted(
            asked.fleet().label(),
            CountText.of(tally.moved(), "tenant"),
            asked.context().terminal().arrow(),
            asked.goal(),
            TimeText.took(tally.took()),
            tally.run());
  }

  private CommandFailure occupied(Optional<FleetRunEntry> run) {
    return CommandFailure.failed(
        run.map(FleetRunText::who).orElse("another run works on these tenants")
            + "; nothing was changed",
        run.map(r -> "./db tenants run " + r.id() + "     shows how far it is; then  ").orElse("")
            + asked.again());
  }

  private CommandFailure noUndo(List<Migration> missing) {
    String files =
        missing.stream()
            .map(m -> asked.fleet().track().undo().resolve(m.undoScript()))
            .map(asked.context()::shown)
            .collect(Collectors.joining(", "));
    return CommandFailure.failed(
        "there is no undo script: " + files + "\nnothing was changed",
        "write it, then  " + asked.again());
  }
}
