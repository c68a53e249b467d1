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

/** Records in the journal what is done to tenants. */
public record TenantJournal(TenantRegistry registry) {

  /** To one of them, whose schema stays as it is; or why it was not done. */
  public <R> R of(
      String operation, Tenant tenant, Journal.Work<R> work, Function<R, Optional<String>> failure)
      throws SQLException {
    return journal().during(operation, track(), registry.target(tenant), work, outcome(failure));
  }

  /** To one of them, whose schema is dropped, or why it is not. */
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

  /** To those that are made: one entry for all, since the run has one for each. */
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
