package shareddb.base.track;

import java.util.List;
import java.util.Optional;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.InvalidName;
import shareddb.base.names.TenantName;

/** The database of a track. */
public sealed interface TrackDatabase {

  /** The workshop's own database. This is the default. */
  record Workshops() implements TrackDatabase {}

  /** A database for this track only. */
  record Named(DatabaseName name) implements TrackDatabase {}

  /**
   * A database for each tenant.
   *
   * @param before the part of its name before the tenant's name
   * @param behind the part of its name after the tenant's name
   */
  record EachTenants(String before, String behind) implements TrackDatabase {

    public DatabaseName of(TenantName tenant) {
      return new DatabaseName(before + tenant + behind);
    }

    /** The tenant of this database. Empty if the name has another form. */
    public Optional<TenantName> tenant(DatabaseName database) {
      String name = database.value();
      int end = name.length() - behind.length();
      if (!name.startsWith(before) || !name.endsWith(behind) || end <= before.length()) {
        return Optional.empty();
      }
      try {
        return Optional.of(new TenantName(name.substring(before.length(), end)));
      } catch (InvalidName e) {
        return Optional.empty();
      }
    }
  }

  /** Not known, because {@code databases.properties} has mistakes. */
  record Unclear(List<TrackProblem> problems) implements TrackDatabase {

    public Unclear {
      problems = List.copyOf(problems);
    }
  }
}
