package shareddb.cli;

import java.util.List;
import java.util.stream.Collectors;
import shareddb.track.Version;

/** The message that a track has no such version. */
final class UnknownVersionText {

  private UnknownVersionText() {}

  static CommandFailure of(Chosen chosen, Version wanted, List<Version> known) {
    return CommandFailure.usage(
        chosen.track().label()
            + " has no version "
            + wanted
            + "; it has "
            + known.stream().map(Version::toString).collect(Collectors.joining(", ")),
        chosen.command("history"));
  }
}
