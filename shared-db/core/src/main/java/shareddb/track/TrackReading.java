package shareddb.track;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is in a track's folders, and all that is wrong.
 *
 * @param migrations by version
 * @param repeatables by description, as Flyway runs them
 */
public record TrackReading(
    List<Migration> migrations, List<Repeatable> repeatables, List<TrackProblem> problems) {

  public TrackReading {
    migrations = List.copyOf(migrations);
    repeatables = List.copyOf(repeatables);
    problems = List.copyOf(problems);
  }

  /**
   * What a target gets that is brought to this version; whatever it is, the repeatable ones come
   * too, but not to nothing.
   */
  public TrackReading upTo(Version version) {
    List<Migration> lower =
        migrations.stream().filter(m -> m.version().compareTo(version) <= 0).toList();
    return new TrackReading(lower, lower.isEmpty() ? List.of() : repeatables, problems);
  }

  /** All of them in the order in which a new target gets them. */
  public List<UpScript> scripts() {
    return Stream.<UpScript>concat(migrations.stream(), repeatables.stream()).toList();
  }
}
