package shareddb.tenants.provision;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shareddb.base.names.TenantName;
import shareddb.tenants.provision.TenantCompletion.Stage;
import shareddb.tenants.registry.RegistryLock;
import shareddb.tenants.registry.Tenant;
import shareddb.tenants.registry.TenantJournal;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.TenantStatus;

/** Tenants whose provisioning began and was stopped. */
public record UnfinishedTenants(TenantRegistry registry, Duration patience) {

  private static final int AT_ONCE = 250;

  /**
   * The outcome for each tenant.
   *
   * @param whole the tenants that are active now; their keys were never shown, so each needs a new
   *     one
   * @param failed the reasons why the others are not active
   */
  public record Finished(List<TenantName> whole, Map<TenantName, String> failed) {}

  /**
   * Completes all unfinished tenants; completes none while another session makes or removes
   * tenants.
   */
  public Finished finish() throws SQLException {
    Finished finished = new Finished(new ArrayList<>(), new LinkedHashMap<>());
    if (!names(registry).isEmpty()) {
      RegistryLock.during(registry, patience, () -> into(finished));
    }
    return finished;
  }

  private Finished into(Finished finished) throws SQLException {
    List<TenantName> names = names(registry);
    for (int start = 0; start < names.size(); start += AT_ONCE) {
      List<TenantName> some = names.subList(start, Math.min(start + AT_ONCE, names.size()));
      List<Tenant> tenants = registry.ask((connection, sql) -> sql.all(connection, some));
      stages(tenants).forEach((name, stage) -> put(finished, name, stage));
    }
    return finished;
  }

  private Map<TenantName, Stage> stages(List<Tenant> tenants) throws SQLException {
    return new TenantJournal(registry)
        .ofAddition(
            tenants,
            () -> new TenantCompletion(registry, patience, KeyReceiver.NONE).of(tenants, Map.of()),
            TenantCompletion::whatIsLeft);
  }

  private static void put(Finished finished, TenantName name, Stage stage) {
    switch (stage) {
      case Stage.Whole whole -> finished.whole().add(name);
      case Stage.Failed(String reason) -> finished.failed().put(name, reason);
      case Stage.Waiting(String why) -> finished.failed().put(name, why);
    }
  }

  /** The tenants that are provisioning or failed. */
  public static List<TenantName> names(TenantRegistry registry) throws SQLException {
    List<TenantName> names = new ArrayList<>();
    for (TenantStatus status : List.of(TenantStatus.PROVISIONING, TenantStatus.FAILED)) {
      registry.each(Optional.of(status), tenant -> names.add(tenant.name()));
    }
    return names;
  }
}
