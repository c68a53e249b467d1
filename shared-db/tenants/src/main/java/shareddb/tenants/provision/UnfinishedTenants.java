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

/** Tenants whose making was begun and stopped, by whatever it was. */
public record UnfinishedTenants(TenantRegistry registry, Duration patience) {

  private static final int AT_ONCE = 250;

  /**
   * What came out.
   *
   * @param whole those that are active now; nobody has their keys, so each wants a new one
   * @param failed why the others are not
   */
  public record Finished(List<TenantName> whole, Map<TenantName, String> failed) {}

  /** Goes on with all there are; with none where somebody makes or removes tenants just now. */
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
            () ->
                new TenantCompletion(registry, patience, KeyReceiver.NOBODY).of(tenants, Map.of()),
            TenantCompletion::whatIsLeft);
  }

  private static void put(Finished finished, TenantName name, Stage stage) {
    switch (stage) {
      case Stage.Whole whole -> finished.whole().add(name);
      case Stage.Failed(String reason) -> finished.failed().put(name, reason);
      case Stage.Waiting(String why) -> finished.failed().put(name, why);
    }
  }

  /** Those that are provisioning or failed. */
  public static List<TenantName> names(TenantRegistry registry) throws SQLException {
    List<TenantName> names = new ArrayList<>();
    for (TenantStatus status : List.of(TenantStatus.PROVISIONING, TenantStatus.FAILED)) {
      registry.each(Optional.of(status), tenant -> names.add(tenant.name()));
    }
    return names;
  }
}
