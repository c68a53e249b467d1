package shareddb.serve;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackDatabase;
import shareddb.base.track.Workshop;
import shareddb.migrate.role.ApiRole;
import shareddb.web.Database;
import shareddb.web.Databases;
import shareddb.web.Metrics;

/** The pools of all modules that are served: one for each database that a module has. */
final class Pools implements AutoCloseable {

  private final Login admin;
  private final Workshop workshop;
  private final Metrics metrics;
  private final List<HikariDataSource> open = new ArrayList<>();

  Pools(Login admin, Workshop workshop, Metrics metrics) {
    this.admin = admin;
    this.workshop = workshop;
    this.metrics = metrics;
  }

  Databases of(ModuleName module) {
    List<Track> tracks =
        workshop.modules().stream()
            .filter(one -> one.name().equals(module))
            .flatMap(one -> one.tracks().stream())
            .toList();
    return tracks.stream().anyMatch(Pools::hasDatabaseOfItsOwn)
        ? each(tracks)
        : Databases.of(open(module.value(), new Target(admin, module.schema())));
  }

  private Databases each(List<Track> tracks) {
    SortedMap<String, Database> databases = new TreeMap<>();
    for (Track track : tracks) {
      databases.put(track.part().orElseThrow(), open(track.label(), Target.usual(admin, track)));
    }
    return new Databases(databases);
  }

  private Database open(String name, Target target) {
    HikariDataSource pool = Pool.open(name, ApiRole.pooledLogin(target), metrics);
    open.add(pool);
    return new Database(pool);
  }

  private static boolean hasDatabaseOfItsOwn(Track track) {
    return track.database() instanceof TrackDatabase.Named;
  }

  @Override
  public void close() {
    open.forEach(HikariDataSource::close);
  }
}
