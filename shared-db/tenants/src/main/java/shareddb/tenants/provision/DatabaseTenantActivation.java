package shareddb.tenants.provision;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shareddb.base.jdbc.LostConnection;
import shareddb.base.jdbc.OutcomeUnknown;
import shareddb.base.jdbc.Query;
import shareddb.base.names.TenantName;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.ScriptText;
import shareddb.base.track.Target;
import shareddb.migrate.script.StatementError;
import shareddb.tenants.provision.TenantCompletion.Stage;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;

/**
 * Does the work of {@link TenantActivation} for tenants with databases of their own, where no
 * transaction spans the tenant's database and the registry's. The first transaction runs the seed
 * scripts and sets a mark; the second makes the tenant active. A run that was killed between the
 * two finds the mark.
 */
final class DatabaseTenantActivation {

  private final TenantRegistry registry;
  private final TenantTypes types;
  private final Map<String, List<ScriptText>> seeds = new HashMap<>();

  DatabaseTenantActivation(TenantRegistry registry) {
    this.registry = registry;
    this.types = new TenantTypes(registry.module().types());
  }

  Map<TenantName, Stage> of(List<Tenant> tenants) throws SQLException {
    Map<TenantName, Stage> stages = new LinkedHashMap<>();
    List<TenantName> sown = new ArrayList<>();
    for (Tenant tenant : tenants) {
      Stage stage = sown(tenant);
      stages.put(tenant.name(), stage);
      if (stage instanceof Stage.Whole) {
        sown.add(tenant.name());
      }
    }
    registry.ask((connection, sql) -> sql.activate(connection, sown));
    return stages;
  }

  private Stage sown(Tenant tenant) throws OutcomeUnknown {
    try {
      sow(tenant, seeds.computeIfAbsent(tenant.type(), types::seeds));
      return new Stage.Whole();
    } catch (UnfitSeedScript e) {
      return new Stage.Failed(String.valueOf(e.getMessage()));
    } catch (OutcomeUnknown e) {
      throw e;
    } catch (SQLException e) {
      return new Stage.Failed(
          "what a tenant of type "
              + tenant.type()
              + " begins with: "
              + StatementError.of(e).line());
    }
  }

  private void sow(Tenant tenant, List<ScriptText> scripts) throws SQLException {
    Target target = registry.target(tenant);
    // A second try finds the mark and does not seed again.
    LostConnection.doneAgain(
        target.admin().withSession("client_min_messages=error")::connect,
        WaitLimits.PATIENCE,
        connection -> sown(connection, tenant, target, scripts));
  }

  private boolean sown(
      Connection connection, Tenant tenant, Target target, List<ScriptText> scripts)
      throws SQLException {
    connection.setAutoCommit(false);
    boolean marked = isMarked(connection);
    if (!marked) {
      Query.execute(connection, "SET LOCAL search_path = " + tenant.schema().quoted());
      for (ScriptText script : scripts) {
        Query.execute(connection, script.on(target));
      }
      Query.execute(connection, "RESET ROLE; " + mark(tenant, target));
    }
    connection.commit();
    return !marked;
  }

  /**
   * The mark is the database's comment. It also tells a person who lists databases which tenant
   * each one is for.
   */
  private String mark(Tenant tenant, Target target) {
    // Only the type needs quoting within a text, because it is a folder's name.
    return "COMMENT ON DATABASE "
        + target.admin().database().quoted()
        + " IS '"
        + beginning()
        + tenant.name()
        + ", "
        + tenant.type().replace("'", "''")
        + "'";
  }

  private String beginning() {
    return "tenant of " + registry.module().name() + ": ";
  }

  private boolean isMarked(Connection connection) throws SQLException {
    String sql =
        """
        SELECT starts_with(pg_catalog.shobj_description(oid, 'pg_database'), ?)
        FROM pg_catalog.pg_database
        WHERE datname = current_database()
        """;
    return Query.of(connection, sql, beginning()).isTrue();
  }
}
