package shareddb.tenants.provision;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import shareddb.base.jdbc.LostConnection;
import shareddb.base.jdbc.Query;
import shareddb.base.names.TenantName;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.ScriptText;
import shareddb.base.track.Target;
import shareddb.migrate.script.StatementError;
import shareddb.tenants.provision.TenantCompletion.Stage;
import shareddb.tenants.registry.RegistrySql;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantRegistry;

/**
 * Seeds new tenants and makes them active in one transaction, so that no session sees a tenant that
 * is active and not seeded, and no tenant is seeded twice.
 */
final class TenantActivation {

  /**
   * The number of tenants that share a transaction. If one of them fails, the others are tried
   * without it.
   */
  private static final int TOGETHER = 32;

  private final TenantRegistry registry;
  private final TenantTypes types;
  private final Map<String, List<ScriptText>> seeds = new HashMap<>();
  private final Map<TenantName, Stage> stages = new LinkedHashMap<>();

  TenantActivation(TenantRegistry registry) {
    this.registry = registry;
    this.types = new TenantTypes(registry.module().types());
  }

  Map<TenantName, Stage> of(List<Tenant> tenants) throws SQLException {
    List<Tenant> ready = new ArrayList<>();
    for (Tenant tenant : tenants) {
      try {
        seeds.computeIfAbsent(tenant.type(), types::seeds);
        ready.add(tenant);
      } catch (UnfitSeedScript e) {
        stages.put(tenant.name(), new Stage.Failed(String.valueOf(e.getMessage())));
      }
    }
    Login patient =
        registry
            .admin()
            .withSession("client_min_messages=error", WaitLimits.lockTimeout(WaitLimits.PATIENCE));
    for (int start = 0; start < ready.size(); start += TOGETHER) {
      List<Tenant> some = ready.subList(start, Math.min(start + TOGETHER, ready.size()));
      LostConnection.doneAgain(
          patient::connect, WaitLimits.PATIENCE, connection -> sowOnce(connection, some));
    }
    return stages;
  }

  /**
   * Seeds the tenants that are not active yet. A tenant that a lost connection has seeded is
   * active; SELECT FOR UPDATE waits until that connection's transaction has ended.
   */
  private boolean sowOnce(Connection connection, List<Tenant> tenants) throws SQLException {
    Set<String> active =
        Set.copyOf(
            Query.of(
                    connection,
                    "SELECT tenant_name FROM "
                        + RegistrySql.of(registry.module()).table()
                        + " WHERE tenant_name = ANY (?) AND status = 'active' FOR UPDATE",
                    tenants.stream().map(tenant -> tenant.name().value()).toList())
                .list(row -> row.getString(1)));
    List<Tenant> left = new ArrayList<>();
    for (Tenant tenant : tenants) {
      if (active.contains(tenant.name().value())) {
        stages.put(tenant.name(), new Stage.Whole());
      } else {
        left.add(tenant);
      }
    }
    if (!left.isEmpty()) {
      sow(connection, left);
    }
    return true;
  }

  private void sow(Connection connection, List<Tenant> tenants) throws SQLException {
    try {
      Query.execute(
          connection,
          tenants.stream().map(this::script).collect(Collectors.joining("", "BEGIN;\n", "COMMIT")));
      tenants.forEach(tenant -> stages.put(tenant.name(), new Stage.Whole()));
    } catch (SQLException e) {
      if (LostConnection.isMeantBy(e.getSQLState())) {
        throw e;
      }
      Query.execute(connection, "ROLLBACK");
      if (tenants.size() == 1) {
        stages.put(tenants.getFirst().name(), new Stage.Failed(reason(tenants.getFirst(), e)));
        return;
      }
      int half = tenants.size() / 2;
      sow(connection, tenants.subList(0, half));
      sow(connection, tenants.subList(half, tenants.size()));
    }
  }

  private String script(Tenant tenant) {
    Target target = registry.target(tenant);
    StringBuilder script =
        new StringBuilder("SET LOCAL search_path = " + tenant.schema().quoted() + ";\n");
    for (ScriptText seed : seeds.getOrDefault(tenant.type(), List.of())) {
      script.append(seed.on(target)).append("\n;\n");
    }
    // A tenant's name needs no quoting.
    return script
        .append("RESET ROLE;\n")
        .append("UPDATE ")
        .append(RegistrySql.of(registry.module()).table())
        .append(" SET status = 'active', failure = NULL, updated_at = clock_timestamp()")
        .append(
            " WHERE tenant_name = '"
                + tenant.name()
                + "' AND status IN ('provisioning', 'failed');\n")
        .toString();
  }

  private static String reason(Tenant tenant, SQLException error) {
    return "what a tenant of type "
        + tenant.type()
        + " begins with: "
        + StatementError.of(error).line();
  }
}
