package shareddb.base.track;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.InvalidName;
import shareddb.base.names.TenantName;

/**
 * A module's {@code databases.properties}. It has a line for each track with its own database:
 * {@code users = workshop_users}. With a mistake in the file, the databases of all tracks are
 * unclear.
 */
final class DatabasesFile {

  private static final String NAME = "databases.properties";
  private static final String TENANT = "{tenant}";
  private static final TenantName LONGEST = new TenantName("a".repeat(40));

  private final Path file;
  private final List<String> parts;
  private final Map<String, TrackDatabase> databases = new HashMap<>();
  private final List<TrackProblem> problems = new ArrayList<>();

  private DatabasesFile(Path file, List<String> parts) {
    this.file = file;
    this.parts = parts;
  }

  /**
   * Reads the file in a module's folder. Most modules have no such file.
   *
   * @param parts the names of the module's tracks
   */
  static DatabasesFile in(Path folder, List<String> parts) {
    DatabasesFile read = new DatabasesFile(folder.resolve(NAME), parts);
    read.lines().stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(read::add);
    read.refuseOneSchemaForSeveral();
    return read;
  }

  /**
   * Without a line in the file, a track goes into the module's one schema. Only the track of the
   * tenants has schemas of its own.
   */
  private void refuseOneSchemaForSeveral() {
    List<String> together =
        parts.stream()
            .filter(part -> !part.equals(Track.OF_TENANTS) && !databases.containsKey(part))
            .toList();
    if (together.size() > 1) {
      problem(
          String.join(", ", together)
              + " are all in the workshop's database, in one schema: their histories would mix");
    }
  }

  TrackDatabase of(String part) {
    return problems.isEmpty()
        ? databases.getOrDefault(part, new TrackDatabase.Workshops())
        : new TrackDatabase.Unclear(problems);
  }

  /** The same for a module with a single track, which has no name. */
  TrackDatabase ofAll() {
    return problems.isEmpty() ? new TrackDatabase.Workshops() : new TrackDatabase.Unclear(problems);
  }

  private void add(String line) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      problem("\"" + line + "\" says nothing: a line is  TRACK = DATABASE");
      return;
    }
    String part = line.substring(0, equals).strip();
    if (!parts.contains(part)) {
      problem(
          parts.isEmpty()
              ? "the module has one track, which is in the workshop's database"
              : "there is no track \"" + part + "\"; there is " + String.join(", ", parts));
    } else if (databases.containsKey(part)) {
      problem("track " + part + " is there twice");
    } else {
      add(part, line.substring(equals + 1).strip());
    }
  }

  private void add(String part, String database) {
    try {
      TrackDatabase parsed = parsed(part, database);
      if (databases.containsValue(parsed)) {
        problem("two tracks are in " + database + ", and their histories would mix");
      }
      databases.put(part, parsed);
    } catch (InvalidName e) {
      problem(String.valueOf(e.getMessage()));
    }
  }

  private TrackDatabase parsed(String part, String database) {
    int at = database.indexOf(TENANT);
    if (part.equals(Track.OF_TENANTS) != at >= 0) {
      problem(
          at < 0
              ? part + " is each tenant's: its database has " + TENANT + " in its name"
              : TENANT + " is for the track " + Track.OF_TENANTS + " alone, not for " + part);
    }
    return at < 0
        ? new TrackDatabase.Named(new DatabaseName(database))
        : checked(
            new TrackDatabase.EachTenants(
                database.substring(0, at), database.substring(at + TENANT.length())));
  }

  /**
   * Checks the database's name with the longest tenant name, so that a name that would be too long
   * is found now.
   */
  private static TrackDatabase checked(TrackDatabase.EachTenants each) {
    each.of(LONGEST);
    return each;
  }

  private void problem(String what) {
    problems.add(new TrackProblem(TrackProblem.Kind.DATABASE, file, file + ": " + what));
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " (is it UTF-8?)", e);
    }
  }
}
