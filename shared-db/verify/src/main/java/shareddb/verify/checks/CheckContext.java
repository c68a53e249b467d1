package shareddb.verify.checks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;
import shareddb.migrate.history.CurrentState;
import shareddb.migrate.history.TrackState;
import shareddb.tenants.fleet.survey.FleetStatus;
import shareddb.tenants.registry.TenantRegistry;

/**
 * The subject of the checks, with the administrator's one connection, which the first check that
 * needs it opens.
 */
public final class CheckContext implements AutoCloseable {

  private final CheckSubject subject;
  private @Nullable Connection connection;
  private @Nullable FleetStatus tenants;

  public CheckContext(CheckSubject subject) {
    this.subject = subject;
  }

  public CheckSubject subject() {
    return subject;
  }

  Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = subject.target().admin().reading().connect();
      connection = open;
    }
    return open;
  }

  /** The first column of a query, as text. */
  public List<String> texts(String sql, String... parameters) throws SQLException {
    return texts(connection(), sql, parameters);
  }

  private static List<String> texts(Connection connection, String sql, String... parameters)
      throws SQLException {
    return Query.of(connection, sql, (Object[]) parameters)
        .list(row -> String.valueOf(row.getString(1)));
  }

  /** Runs the query in every database that has tenants, one after the other. */
  public List<String> textsOfTenants(String sql, String... parameters) throws SQLException {
    if (registry().module().databases().isEmpty()) {
      return texts(sql, parameters);
    }
    Set<Login> databases = new LinkedHashSet<>();
    tenants().positions().keySet().forEach(member -> databases.add(member.target().admin()));
    List<String> texts = new ArrayList<>();
    for (Login database : databases) {
      try (Connection there = database.reading().connect()) {
        texts.addAll(texts(there, sql, parameters));
      }
    }
    return texts;
  }

  Optional<String> text(String sql, String... parameters) throws SQLException {
    return texts(sql, parameters).stream().findFirst();
  }

  public TenantRegistry registry() {
    return new TenantRegistry(subject.settings(), subject.tenants().orElseThrow());
  }

  /** The status of all tenants of the module, read once. */
  public FleetStatus tenants() throws SQLException {
    FleetStatus looked = tenants;
    if (looked == null) {
      looked = FleetStatus.of(subject.track(), registry().members());
      tenants = looked;
    }
    return looked;
  }

  TrackState state() throws SQLException {
    return CurrentState.of(subject.track(), subject.target());
  }

  @Override
  public void close() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }
}
