package shareddb.administration;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.AdminKey;
import shareddb.tenants.lifecycle.Tenants;
import shareddb.web.ApiModule;
import shareddb.web.Chore;
import shareddb.web.Database;
import shareddb.web.Routes;

/** A module that has tenants, with what those need who run it. */
public final class Administration implements ApiModule {

  private static final Duration COUNTED_EVERY = Duration.ofSeconds(30);

  /** To look into each of many databases takes a connection to each. */
  private static final Duration DATABASES_COUNTED_EVERY = Duration.ofMinutes(10);

  private final ApiModule module;
  private final TenantRoutes looks;
  private final TenantChanges changes;
  private final TenantBatches batches;
  private final TenantMetrics metrics;
  private final Duration countedEvery;

  public Administration(ApiModule module, Tenants tenants, AdminKey key, MeterRegistry meters) {
    AdminGuard guard = new AdminGuard(key);
    this.module = module;
    this.looks = new TenantRoutes(tenants.registry(), guard);
    this.changes = new TenantChanges(tenants, looks, guard);
    this.batches = new TenantBatches(tenants, guard);
    this.metrics = new TenantMetrics(tenants.registry(), meters);
    this.countedEvery =
        tenants.registry().module().databases().isPresent()
            ? DATABASES_COUNTED_EVERY
            : COUNTED_EVERY;
  }

  @Override
  public ModuleName name() {
    return module.name();
  }

  @Override
  public String title() {
    return module.title();
  }

  @Override
  public void routes(Routes all, Database database) {
    module.routes(all, database);
    looks.declare(all);
    changes.declare(all);
    batches.declare(all);
  }

  @Override
  public List<Chore> chores(Database database) {
    List<Chore> chores = new ArrayList<>(module.chores(database));
    chores.add(new Chore("count the tenants of " + name(), countedEvery, metrics::count));
    return List.copyOf(chores);
  }
}
