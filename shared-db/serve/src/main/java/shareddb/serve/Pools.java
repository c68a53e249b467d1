package shareddb.serve;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
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

/** The pools of all modules that are served: one for each database of a module. */
final class Pools implements AutoCloseable {

  private final Login admin;
  private final Workshop workshop;
  private final MeterRegistry meters;
  private final List<HikariDataSource> open = new ArrayList<>();

  Pools(Login admin, Workshop workshop, MeterRegistry meters) {
    this.admin = admin;
    this.workshop = workshop;
    this.meters = meters;
  }

  /** By the name of the track; of a module with one database, by an empty name. */
  SortedMap<String, HikariDataSource> of(ModuleName module) {
    SortedMap<String, HikariDataSource> pools = new TreeMap<>();
    for (Track track : workshop.module(module).tracks()) {
      if (track.database() instanceof TrackDatabase.Named) {
        pools.put(track.part().orElseThrow(), open(track.label(), Target.usual(admin, track)));
      }
    }
    if (pools.isEmpty()) {
      pools.put("", open(module.value(), new Target(admin, module.schema())));
    }
    return pools;
  }

  private HikariDataSource open(String name, Target target) {
    HikariDataSource pool = Pool.open(name, ApiRole.login(target), meters);
    open.add(pool);
    return pool;
  }

  @Override
  public void close() {
    open.forEach(HikariDataSource::close);
  }
}
