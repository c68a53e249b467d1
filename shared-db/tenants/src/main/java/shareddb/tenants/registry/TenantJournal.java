package shareddb.tenants.registry;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import shareddb.base.track.Migration;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Version;
import shareddb.migrate.journal.Journal;
import shareddb.migrate.record.OperationOutcome;

/** Records operations on tenants in the journal. */
public record TenantJournal(TenantRegistry registry) {

  /**
   * Records an operation that does not change the tenant's schema.
   *
   * @param failure the reason if the operation failed, from its result
   */
  public <R> R of(
      String operation, Tenant tenant, Journal.Work<R> work, Function<R, Optional<String>> failure)
      throws SQLException {
    return journal().during(operation, track(), registry.target(tenant), work, outcome(failure));
  }

  /**
   * Records a removal, which drops the tenant's schema.
   *
   * @param failure the reason if the removal failed, from its result
   */
  public <R> R ofRemoval(Tenant tenant, Journal.Work<R> work, Function<R, Optional<String>> failure)
      throws SQLException {
    Target target = registry.target(tenant);
    return journal()
        .during(
            "remove",
            track(),
            target,
            Journal.versionOf(target),
            Version.NONE,
            work,
            outcome(failure));
  }

  /**
   * Records the making of tenants. All of them share one entry, because the run has a row for each.
   *
   * @param failure the reason if the addition failed, from its result
   */
  public <R> R ofAddition(
      List<Tenant> tenants, Journal.Work<R> work, Function<R, Optional<String>> failure)
      throws SQLException {
    Target target =
        tenants.size() == 1
            ? registry.target(tenants.getFirst())
            : new Target(registry.admin(), registry.module().sharedSchema());
    List<Migration> migrations = track().read();
    Version newest = migrations.isEmpty() ? Version.NONE : migrations.getLast().version();
    String operation = tenants.size() == 1 ? "add" : "add " + tenants.size() + " tenants";
    return journal()
        .during(operation, track(), target, Version.NONE, newest, work, outcome(failure));
  }

  private Journal journal() {
    return new Journal(registry.admin());
  }

  private Track track() {
    return registry.module().tenant();
  }

  private static <R> Function<R, OperationOutcome> outcome(Function<R, Optional<String>> failure) {
    return result ->
        failure.apply(result).map(OperationOutcome::failed).orElseGet(OperationOutcome::done);
  }
}
