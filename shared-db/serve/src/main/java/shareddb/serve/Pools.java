package shareddb.serve;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Login;
import shareddb.base.track.Workshop;
import shareddb.migrate.role.ApiLogins;

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
    ApiLogins.of(admin, workshop.module(module).tracks())
        .forEach((track, login) -> pools.put(track, open(name(module, track), login)));
    return pools;
  }

  private HikariDataSource open(String name, Login login) {
    HikariDataSource pool = Pool.open(name, login, meters);
    open.add(pool);
    return pool;
  }

  private static String name(ModuleName module, String track) {
    return track.isEmpty() ? module.value() : module + "/" + track;
  }

  @Override
  public void close() {
    open.forEach(HikariDataSource::close);
  }
}
