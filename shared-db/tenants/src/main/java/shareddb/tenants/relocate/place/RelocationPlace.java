package shareddb.tenants.relocate.place;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import shareddb.base.names.ModuleName;
import shareddb.base.names.WriteLockName;
import shareddb.base.settings.Login;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.tenants.registry.TenantStatus;
import shareddb.tenants.relocate.registry.ArrivalResult;

/** The place of all rows of a tenant: a project in a shared schema, or a schema of its own. */
public sealed interface RelocationPlace permits ProjectPlace, TenantPlace {

  ModuleName module();

  /** The track that made the tables. */
  Track track();

  /** The database and the schema that the rows are in. */
  Target target();

  /** The login of the workshop's own database, which has the journal. */
  Login workshop();

  /** The advisory lock that every request takes that writes to this tenant. */
  WriteLockName gate();

  /** The name for messages: {@code project 7 of 02_requirements_shared_schema}. */
  String label();

  /** The option for {@code ./db move}: {@code --project 7}. */
  String option();

  /** The schema, database or row that holds its rows, in words. */
  String where();

  /** Its status in the registry's word; empty if the registry does not know it. */
  String status() throws SQLException;

  /** The place that serves the tenant, if it has moved. */
  Optional<String> movedTo() throws SQLException;

  default boolean isServed() throws SQLException {
    String status = status();
    return status.equals(TenantStatus.ACTIVE.word())
        || status.equals(TenantStatus.SUSPENDED.word());
  }

  /** Whether a relocation has brought the tenant to the other place, which serves it. */
  default boolean hasMovedTo(RelocationPlace to) throws SQLException {
    return movedTo().filter(to.label()::equals).isPresent() && to.isServed();
  }

  /** The reasons why it cannot leave for the other place, beside tables that are not up to date. */
  List<String> obstacles(RelocationPlace to) throws SQLException;

  /**
   * Makes an empty place that does not serve the tenant yet, or continues with one.
   *
   * @param patience how long to wait for a session that blocks
   */
  ArrivalResult prepare(RelocationPlace from, String keyHash, Duration patience)
      throws SQLException;

  /** Whether rows could come from the other place; nothing is changed. */
  ArrivalResult look(RelocationPlace from) throws SQLException;

  /**
   * Removes the copied rows, unless the place serves already; returns the blocking session, if
   * there is one.
   */
  Optional<String> turnBack(Duration patience) throws SQLException;

  /** Renames what is left here after the switch; returns the blocking session, if there is one. */
  Optional<String> retire(Duration patience) throws SQLException;

  /** The part of retiring that the transaction of the switch does. */
  void retire(Connection connection) throws SQLException;

  /** Removes what is left here for good; returns the blocking session, if there is one. */
  Optional<String> forget(Duration patience) throws SQLException;

  /**
   * The status in which it is served, locked until the transaction ends; empty if it is not served
   * here.
   */
  Optional<TenantStatus> held(Connection connection) throws SQLException;

  /** The hash of its key, if it has one. */
  Optional<String> keyHash(Connection connection) throws SQLException;

  /** Records that the other place serves the tenant now; false if this place did not serve it. */
  boolean leaves(Connection connection, RelocationPlace to) throws SQLException;

  /** Records that this place serves the tenant now; false if it was not waiting for rows. */
  boolean settles(Connection connection, TenantStatus as, String keyHash) throws SQLException;

  /**
   * Whether it waits for its rows. The row is locked, so this stays true until the transaction
   * ends.
   */
  boolean arrives(Connection connection) throws SQLException;

  /** The columns that its tables have, or will have. */
  SortedMap<String, List<MappedColumn>> columns(Connection source) throws SQLException;

  /** Which rows of a table are its own. */
  RowShare share(MappingFile file);

  /** Whether its id sequences count for this tenant alone. */
  boolean countsAlone();
}
