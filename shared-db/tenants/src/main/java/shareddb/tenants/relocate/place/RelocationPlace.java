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

/** Where all rows of a tenant are: a project among others, or a schema of its own. */
public sealed interface RelocationPlace permits ProjectPlace, TenantPlace {

  ModuleName module();

  /** What made the tables. */
  Track track();

  /** The database and the schema that the rows are in. */
  Target target();

  /** The workshop's own database, which has the journal. */
  Login workshop();

  /** What those who write there pass. */
  WriteLockName gate();

  /** As people call it: {@code project 7 of 02_requirements_shared_schema}. */
  String label();

  /** As it is typed with a move: {@code --project 7}. */
  String option();

  /** What holds its rows, in words. */
  String where();

  /** Its status in the registry's word; empty where the registry does not know it. */
  String status() throws SQLException;

  /** Which place serves it, where it has moved. */
  Optional<String> movedTo() throws SQLException;

  default boolean isServed() throws SQLException {
    String status = status();
    return status.equals(TenantStatus.ACTIVE.word())
        || status.equals(TenantStatus.SUSPENDED.word());
  }

  /** Whether a move has brought it to the other place, which serves it. */
  default boolean hasMovedTo(RelocationPlace to) throws SQLException {
    return movedTo().filter(to.label()::equals).isPresent() && to.isServed();
  }

  /** What keeps it from leaving for the other place, beside tables that are not up to date. */
  List<String> obstacles(RelocationPlace to) throws SQLException;

  /**
   * Makes an empty place that nobody serves, or goes on with one.
   *
   * @param patience for how long the session in the way is waited for
   */
  ArrivalResult prepare(RelocationPlace from, String keyHash, Duration patience)
      throws SQLException;

  /** Whether rows could come from the other place; nothing is changed. */
  ArrivalResult look(RelocationPlace from) throws SQLException;

  /** Takes away what has come, unless all has; the session in the way, where there is one. */
  Optional<String> turnBack(Duration patience) throws SQLException;

  /** Keeps what is left of it under another name; the session in the way, where there is one. */
  Optional<String> retire(Duration patience) throws SQLException;

  /** The part of that which belongs to the transaction of the switch. */
  void retire(Connection connection) throws SQLException;

  /** Takes away what is left of it; the session in the way, where there is one. */
  Optional<String> forget(Duration patience) throws SQLException;

  /** The status that it is served in, held until the transaction ends; none where it is not. */
  Optional<TenantStatus> held(Connection connection) throws SQLException;

  /** What its key is known by, where it has one. */
  Optional<String> keyHash(Connection connection) throws SQLException;

  /** Writes down that the other place serves it now; whether it was served here until then. */
  boolean leaves(Connection connection, RelocationPlace to) throws SQLException;

  /** Writes down that it is served here now; whether it waited for its rows until then. */
  boolean settles(Connection connection, TenantStatus as, String keyHash) throws SQLException;

  /** Whether it waits for its rows, which stays so until the transaction ends. */
  boolean arrives(Connection connection) throws SQLException;

  /** The columns that its tables have, or will have. */
  SortedMap<String, List<MappedColumn>> columns(Connection source) throws SQLException;

  /** Which rows of a table are its own. */
  RowShare share(MappingFile file);

  /** Whether its ids are counted for it alone. */
  boolean countsAlone();
}
