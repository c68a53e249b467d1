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
 * scripts. The files are read on each call, so an edited file counts at once.
 *
 * @param module the module that it belongs to
 * @param part its name within the module, if the module has several tracks
 */
public record Track(
    ModuleName module, Optional<String> part, Path migrations, Path undo, TrackDatabase database) {

  /** The file beside the migrations that says what lint is to find in them. */
  public static final String LINT_SETTINGS = "lint.properties";

  static final String OF_TENANTS = "tenant";

  /** A track in the workshop's database. */
  public Track(ModuleName module, Optional<String> part, Path migrations, Path undo) {
    this(module, part, migrations, undo, new TrackDatabase.Workshops());
  }

  /** The same track in another database. */
  public Track in(DatabaseName other) {
    return new Track(module, part, migrations, undo, new TrackDatabase.Named(other));
  }

  /** One of a module's several tracks, in subfolders of this track's folders. */
  Track part(String name, TrackDatabase itsDatabase) {
    return new Track(
        module, Optional.of(name), migrations.resolve(name), undo.resolve(name), itsDatabase);
  }

  /** The same name and database with files from other folders. */
  public Track from(Path otherMigrations, Path otherUndo) {
    return new Track(module, part, otherMigrations, otherUndo, database);
  }

  /** The folder of the back-fill scripts, beside the folder of the undo scripts. */
  public Path backfill() {
    Path all = undo.getParent();
    return all != null && undo.endsWith(part.orElse("."))
        ? all.resolveSibling("backfill").resolve(undo.getFileName())
        : undo.resolveSibling("backfill");
  }

  /** The track's name on the command line: {@code 00_personal_todo} or {@code 03_…/tenant}. */
  public String label() {
    return part.map(name -> module + "/" + name).orElse(module.value());
  }

  /** Whether it makes one schema for each tenant. Then it has no usual schema. */
  public boolean isOfTenants() {
    return part.equals(Optional.of(OF_TENANTS));
  }

  /**
   * The role that its API logs in as. Roles belong to the whole server. If two tracks have the same
   * schema name in two databases, each has its own role.
   */
  public RoleName apiRole(SchemaName schema) {
    return switch (database) {
      case TrackDatabase.Named ignored -> RoleName.apiOf(schema, part.orElse(""));
      case TrackDatabase.Workshops ignored -> RoleName.apiOf(schema);
      case TrackDatabase.EachTenants ignored -> RoleName.apiOf(schema);
      case TrackDatabase.Unclear ignored -> RoleName.apiOf(schema);
    };
  }

  /** Its migrations by version. Throws {@link InvalidTrack} with all problems of its files. */
  public List<Migration> read() {
    return readAll().migrations();
  }

  /** The same with the repeatable migrations. */
  public TrackReading readAll() {
    TrackReading reading = look();
    if (!reading.problems().isEmpty()) {
      throw invalid();
    }
    return reading;
  }

  /** An exception with all problems of its files. */
  public InvalidTrack invalid() {
    return new InvalidTrack(label(), look().problems().stream().map(TrackProblem::what).toList());
  }

  /** Reads the files and does not throw if they have problems. */
  public TrackReading look() {
    return TrackFiles.read(this);
  }
}
