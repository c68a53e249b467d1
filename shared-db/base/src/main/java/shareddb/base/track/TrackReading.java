package shareddb.base.track;

import java.util.List;
import java.util.stream.Stream;
import shareddb.base.names.SchemaName;

/**
 * What is in a track's folders, and all that is wrong.
 *
 * @param migrations by version
 * @param others the checkout's other tracks
 * @param repeatables by description, as Flyway runs them
 */
public record TrackReading(
    OtherTracks others,
    List<Migration> migrations,
    List<RepeatableMigration> repeatables,
    List<TrackProblem> problems) {

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
    return new TrackReading(others, lower, lower.isEmpty() ? List.of() : repeatables, problems);
  }

  /** Whether a schema's name says that it is of this track. */
  public boolean isNamedIn(SchemaName schema) {
    Track track = others.track();
    return schema.equals(track.module().schema())
        || (track.isOfTenants() && schema.value().startsWith(track.module().tenantPrefix()));
  }

  /** All of them in the order in which a new target gets them. */
  public List<UpgradeScript> scripts() {
    return Stream.<UpgradeScript>concat(migrations.stream(), repeatables.stream()).toList();
  }
}
