package shareddb.verify.checks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import shareddb.base.jdbc.Query;
import shareddb.base.names.DatabaseName;
import shareddb.base.names.RoleName;
import shareddb.base.track.TrackDatabase;

/**
 * The other databases of the server that a role may connect to and should not. Roles belong to the
 * whole server. If the same module has a schema in another database too, its role may connect
 * there.
 */
record OtherDatabases(CheckSubject subject, RoleName role) {

  List<String> open(CheckContext scene) throws SQLException {
    List<String> open = new ArrayList<>();
    for (String name : scene.texts(RoleQueries.OTHER_DATABASES, role.value())) {
      if (isOfThisTrackAlone() || !isAtHomeIn(new DatabaseName(name))) {
        open.add("it may connect to database " + name);
      }
    }
    return open;
  }

  /**
   * Whether the track names its own database, so that no other database can have the same schema.
   */
  private boolean isOfThisTrackAlone() {
    return subject.track().database() instanceof TrackDatabase.Named;
  }

  private boolean isAtHomeIn(DatabaseName database) {
    String sql =
        """
        SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace
                       WHERE nspname = ? AND has_schema_privilege(?, oid, 'USAGE'))
        """;
    try (Connection connection = subject.target().admin().to(database).reading().connect()) {
      return Query.of(connection, sql, subject.target().schema().value(), role.value()).isTrue();
    } catch (SQLException cannotLook) {
      return false;
    }
  }
}
