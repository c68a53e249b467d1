package shareddb.base.track;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.ModuleName;
import shareddb.base.names.RoleName;
import shareddb.base.names.SchemaName;

/**
 * An ordered set of migrations: a folder of SQL files, and beside it the folder of their undo
 * scripts. The files are read each time they are asked for, so an edited one counts at once.
 *
 * @param module the module it belongs to
 * @param part its name within the module, where the module has several
 */
public record Track(
    ModuleName module, Optional<String> part, Path migrations, Path undo, TrackDatabase database) {

  static final String OF_TENANTS = "tenant";

  /** In the workshop's database. */
  public Track(ModuleName module, Optional<String> part, Path migrations, Path undo) {
    this(module, part, migrations, undo, new TrackDatabase.Workshops());
  }

  /** The same track in another database than the one that its module says. */
  public Track in(DatabaseName other) {
    return new Track(module, part, migrations, undo, new TrackDatabase.Named(other));
  }

  /** One of several tracks, whose folders are in those of this one. */
  Track part(String name, TrackDatabase itsDatabase) {
    return new Track(
        module, Optional.of(name), migrations.resolve(name), undo.resolve(name), itsDatabase);
  }

  /** Of the same name and database, from other folders. */
  public Track from(Path otherMigrations, Path otherUndo) {
    return new Track(module, part, otherMigrations, otherUndo, database);
  }

  /** As it is named on the command line: {@code 00_personal_todo} or {@code 03_…/tenant}. */
  public String label() {
    return part.map(name -> module + "/" + name).orElse(module.value());
  }

  /** Whether it makes a schema for each tenant, of which none is the usual one. */
  public boolean isOfTenants() {
    return part.equals(Optional.of(OF_TENANTS));
  }

  /**
   * The role that its API logs in as. Roles belong to the whole server: where two tracks have one
   * schema's name in two databases, each has a role of its own.
   */
  public RoleName apiRole(SchemaName schema) {
    return switch (database) {
      case TrackDatabase.Named ignored -> RoleName.apiOf(schema, part.orElse(""));
      case TrackDatabase.Workshops ignored -> RoleName.apiOf(schema);
      case TrackDatabase.EachTenants ignored -> RoleName.apiOf(schema);
      case TrackDatabase.Unclear ignored -> RoleName.apiOf(schema);
    };
  }

  /** Its migrations by version; throws {@link InvalidTrack} with all that is wrong with them. */
  public List<Migration> read() {
    return readAll().migrations();
  }

  /** The same with its repeatable ones. */
  public TrackReading readAll() {
    TrackReading reading = look();
    if (!reading.problems().isEmpty()) {
      throw invalid();
    }
    return reading;
  }

  /** All that is wrong with its files, to be thrown. */
  public InvalidTrack invalid() {
    return new InvalidTrack(label(), look().problems().stream().map(TrackProblem::what).toList());
  }

  /** The same where something may be wrong with them. */
  public TrackReading look() {
    return TrackFiles.read(this);
  }
}
