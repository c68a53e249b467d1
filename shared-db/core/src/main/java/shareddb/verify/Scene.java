package shareddb.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shareddb.fleet.FleetStatus;
import shareddb.jdbc.Query;
import shareddb.migrate.Current;
import shareddb.migrate.TrackState;
import shareddb.settings.Login;
import shareddb.tenants.Registry;

/** The subject with the administrator's one connection, opened when the first check needs it. */
final class Scene implements AutoCloseable {

  private final Subject subject;
  private @Nullable Connection connection;
  private @Nullable FleetStatus tenants;

  Scene(Subject subject) {
    this.subject = subject;
  }

  Subject subject() {
    return subject;
  }

  Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = subject.target().admin().connect();
      connection = open;
    }
    return open;
  }

  /** The first column of a query, as text. */
  List<String> texts(String sql, String... parameters) throws SQLException {
    return texts(connection(), sql, parameters);
  }

  private static List<String> texts(Connection connection, String sql, String... parameters)
      throws SQLException {
    return Query.of(connection, sql, (Object[]) parameters)
        .list(row -> String.valueOf(row.getString(1)));
  }

  /** The same in every database that tenants are in; one after the other. */
  List<String> textsOfTenants(String sql, String... parameters) throws SQLException {
    if (registry().module().databases().isEmpty()) {
      return texts(sql, parameters);
    }
    Set<Login> databases = new LinkedHashSet<>();
    tenants().positions().keySet().forEach(member -> databases.add(member.target().admin()));
    List<String> texts = new ArrayList<>();
    for (Login database : databases) {
      try (Connection there = database.connect()) {
        texts.addAll(texts(there, sql, parameters));
      }
    }
    return texts;
  }

  Optional<String> text(String sql, String... parameters) throws SQLException {
    return texts(sql, parameters).stream().findFirst();
  }

  Registry registry() {
    return new Registry(subject.settings(), subject.tenants().orElseThrow());
  }

  /** All tenants of the module; looked at once. */
  FleetStatus tenants() throws SQLException {
    FleetStatus looked = tenants;
    if (looked == null) {
      looked = FleetStatus.of(subject.track(), registry().members());
      tenants = looked;
    }
    return looked;
  }

  TrackState state() throws SQLException {
    return Current.of(subject.track(), subject.target());
  }

  @Override
  public void close() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }
}
