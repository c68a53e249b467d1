package shareddb.base.track;

import java.util.List;
import java.util.stream.Stream;
import shareddb.base.names.SchemaName;

/**
 * The content of a track's folders, and its problems.
 *
 * @param migrations the migrations, by version
 * @param bases the base scripts, by version: each makes what the migrations up to its version make,
 *     and only a new target runs one
 * @param others the checkout's other tracks
 * @param repeatables the repeatable migrations by description, in Flyway's order
 */
public record TrackReading(
    OtherTracks others,
    List<Migration> migrations,
    List<Migration> bases,
    List<RepeatableMigration> repeatables,
    List<TrackProblem> problems) {

  public TrackReading {
    bases = List.copyOf(bases);
    migrations = List.copyOf(migrations);
    repeatables = List.copyOf(repeatables);
    problems = List.copyOf(problems);
  }

  /**
   * The scripts that a target at this version has. Repeatable migrations are included, unless there
   * are no versioned ones.
   */
  public TrackReading upTo(Version version) {
    List<Migration> lower =
        migrations.stream().filter(m -> m.version().compareTo(version) <= 0).toList();
    return new TrackReading(
        others,
        lower,
        bases.stream().filter(base -> base.version().compareTo(version) <= 0).toList(),
        lower.isEmpty() ? List.of() : repeatables,
        problems);
  }

  /** The highest version. {@link Version#NONE} if there are no versioned migrations. */
  public Version newest() {
    return migrations.isEmpty() ? Version.NONE : migrations.getLast().version();
  }

  /** Whether the schema's name says that the schema belongs to this track. */
  public boolean isNamedIn(SchemaName schema) {
    Track track = others.track();
    return schema.equals(track.module().schema())
        || (track.isOfTenants() && schema.value().startsWith(track.module().tenantPrefix()));
  }

  /** All scripts, in the order in which a new target gets them. */
  public List<UpgradeScript> scripts() {
    return Stream.<UpgradeScript>concat(migrations.stream(), repeatables.stream()).toList();
  }
}
