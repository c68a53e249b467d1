package shareddb.migrate.role;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackDatabase;

/** The logins with which the API of a module connects: one for each of its databases. */
public final class ApiLogins {

  private ApiLogins() {}

  /**
   * By the name of the track; of a module with one database, by an empty name.
   *
   * @param tracks of one module, at least one
   */
  public static SortedMap<String, Login> of(Login admin, List<Track> tracks) {
    SortedMap<String, Login> logins = new TreeMap<>();
    for (Track track : tracks) {
      if (track.database() instanceof TrackDatabase.Named) {
        logins.put(track.part().orElseThrow(), ApiRole.pooledLogin(Target.usual(admin, track)));
      }
    }
    if (logins.isEmpty()) {
      Target usual = new Target(admin, tracks.getFirst().module().schema());
      logins.put("", ApiRole.pooledLogin(usual));
    }
    return logins;
  }
}
