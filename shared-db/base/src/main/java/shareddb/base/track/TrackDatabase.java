package shareddb.base.track;

import java.util.List;
import java.util.Optional;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.InvalidName;
import shareddb.base.names.TenantName;

/** In which database of the server a track is applied. */
public sealed interface TrackDatabase {

  /** In the workshop's own, as most are. */
  record Workshops() implements TrackDatabase {}

  /** In one that has nothing else in it. */
  record Named(DatabaseName name) implements TrackDatabase {}

  /**
   * In one for each tenant.
   *
   * @param before what stands before the tenant's name
   * @param behind what stands behind it
   */
  record EachTenants(String before, String behind) implements TrackDatabase {

    public DatabaseName of(TenantName tenant) {
      return new DatabaseName(before + tenant + behind);
    }

    /** Whose it would be; nothing where it is named otherwise. */
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

  /** Nobody can say: the file that should is wrong. */
  record Unclear(List<TrackProblem> problems) implements TrackDatabase {

    public Unclear {
      problems = List.copyOf(problems);
    }
  }
}
