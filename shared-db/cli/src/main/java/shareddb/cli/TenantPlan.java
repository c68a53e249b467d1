package shareddb.cli;

import shareddb.migrate.Plan;
import shareddb.migrate.PlannedScript;

/** A plan for a tenant's schema: its role was made with the tenant, and stays what it is. */
final class TenantPlan {

  private TenantPlan() {}

  static <R> Plan.Scripts<R> of(Plan.Scripts<R> plan) {
    return new Plan.Scripts<>(
        plan.from(),
        plan.to(),
        plan.transactions(),
        plan.all().stream().filter(TenantPlan::isOfNoRole).toList());
  }

  private static boolean isOfNoRole(PlannedScript script) {
    return script.file().isPresent() || !script.sql().contains(" ROLE ");
  }
}
