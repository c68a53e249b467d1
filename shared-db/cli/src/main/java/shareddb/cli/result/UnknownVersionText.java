package shareddb.cli.result;

import java.util.List;
import java.util.stream.Collectors;
import shareddb.base.track.Version;
import shareddb.cli.command.CommandFailure;
import shareddb.cli.command.SelectedTarget;

/** The message that a track has no such version. */
public final class UnknownVersionText {

  private UnknownVersionText() {}

  public static CommandFailure of(SelectedTarget chosen, Version wanted, List<Version> known) {
    return CommandFailure.usage(
        chosen.track().label()
            + " has no version "
            + wanted
            + "; it has "
            + known.stream().map(Version::toString).collect(Collectors.joining(", ")),
        chosen.command("history"));
  }
}
