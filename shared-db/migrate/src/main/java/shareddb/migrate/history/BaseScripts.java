package shareddb.migrate.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import shareddb.base.track.Migration;
import shareddb.base.track.Version;

/** Chooses the base script with which a new target begins. */
public final class BaseScripts {

  private BaseScripts() {}

  /**
   * The migrations that an upgrade up to a version runs: the newest base script that is not above
   * the version, in place of the migrations up to it, and the pending migrations above it.
   *
   * @param bases none if the target is not new
   */
  public static List<Migration> pending(
      List<Migration> pending, List<Migration> bases, Version upTo) {
    Optional<Migration> base =
        bases.stream()
            .filter(one -> one.version().compareTo(upTo) <= 0)
            .reduce((lower, higher) -> higher);
    Version begun = base.map(Migration::version).orElse(Version.NONE);
    return Stream.concat(
            base.stream(),
            pending.stream()
                .filter(one -> one.version().compareTo(begun) > 0)
                .filter(one -> one.version().compareTo(upTo) <= 0))
        .toList();
  }
}
