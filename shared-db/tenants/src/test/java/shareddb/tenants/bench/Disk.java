package shareddb.tenants.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;

/**
 * What the databases of a pattern take.
 *
 * @param catalogs the part of it with which Postgres describes what is in them
 */
record Disk(long all, long catalogs) {

  private static final String ALL = "SELECT pg_database_size(current_database())";

  private static final String CATALOGS =
      """
      SELECT sum(pg_total_relation_size(oid)) FROM pg_catalog.pg_class
      WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'r' AND NOT relisshared
      """;

  static Disk of(Login first, List<Target> places) throws SQLException {
    Set<Login> databases = new LinkedHashSet<>(List.of(first));
    places.forEach(place -> databases.add(place.admin()));
    long all = 0;
    long catalogs = 0;
    for (Login database : databases) {
      try (Connection connection = database.connect()) {
        all += Sessions.number(connection, ALL);
        catalogs += Sessions.number(connection, CATALOGS);
      }
    }
    return new Disk(all, catalogs);
  }

  Disk since(Disk before) {
    return new Disk(all - before.all, catalogs - before.catalogs);
  }
}
