package shareddb.learn.trial;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.jdbc.ConcurrentChange;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;
import shareddb.learn.exercise.LearnNames;
import shareddb.migrate.role.ApiRole;

/**
 * The server on which a learner works: one's own, or that of a class.
 *
 * @param login the login of the learner
 * @param names the names that belong to the learner
 * @param isOwn whether the login may make roles, so that the server is the learner's own
 */
public record LearnServer(Login login, LearnNames names, boolean isOwn) {

  /** Looks what the login may do, and makes the role of the API if it is missing. */
  public static LearnServer of(Login login) throws SQLException {
    try (Connection connection = login.connect()) {
      LearnServer server = at(connection, login);
      server.ensureRole(connection);
      return server;
    }
  }

  /** The same for a proof, which leaves the learner's own schemas alone. */
  public LearnServer ofProof() {
    return new LearnServer(login, names.ofProof(), isOwn);
  }

  private static LearnServer at(Connection connection, Login login) throws SQLException {
    String sql = "SELECT rolsuper OR rolcreaterole FROM pg_catalog.pg_roles WHERE rolname = ?";
    boolean isOwn = Query.of(connection, sql, login.user()).isTrue();
    return new LearnServer(
        login, LearnNames.of(isOwn ? LearnNames.OWN_SERVER : login.user()), isOwn);
  }

  private void ensureRole(Connection connection) throws SQLException {
    if (ApiRole.isThere(connection, names.api())) {
      return;
    }
    if (!isOwn) {
      throw new SQLException(
          "the role %s is missing, and %s may not make it: the class's instructor makes both"
              .formatted(names.api(), login.user()),
          "42704");
    }
    ConcurrentChange.make(() -> Query.execute(connection, ApiRole.createUnlessThere(names.api())));
    Query.execute(connection, "GRANT " + names.api().quoted() + " TO CURRENT_USER");
  }
}
