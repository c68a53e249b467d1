package shareddb.tenants.bench;

import java.sql.SQLException;
import java.util.List;
import shareddb.base.track.Target;

/** One way to keep many tenants. */
interface Pattern extends AutoCloseable {

  String name();

  /** So many more tenants. */
  void provision(int count) throws Exception;

  /** Where the tenants' rows are: each place once. */
  List<Target> places() throws SQLException;

  /** So many requirements for each tenant. */
  void fill(int requirements) throws SQLException;

  /** One more migration, for all. */
  void upgrade() throws Exception;

  /** All rows of the last tenant into files, from which it could be had back. */
  void backUpOne() throws Exception;

  @Override
  void close() throws SQLException;
}
