package shareddb.administration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import shareddb.migrate.journal.FleetRunEntry;
import shareddb.migrate.journal.RunJournal;
import shareddb.tenants.fleet.survey.FleetStatus;
import shareddb.tenants.registry.TenantRegistry;

/**
 * The tenants in numbers. A periodic job counts them, so that a scrape of the metrics does not wait
 * for thousands of histories.
 */
final class TenantMetrics {

  private final TenantRegistry registry;
  private final MultiGauge tenants;
  private final MultiGauge versions;
  private final MultiGauge behind;
  private final MultiGauge unseen;
  private final MultiGauge lastRun;
  private final MultiGauge lastRunFailed;

  TenantMetrics(TenantRegistry registry, MeterRegistry meters) {
    this.registry = registry;
    tenants = gauge(meters, "workshop.tenants", "Tenants by status");
    versions = gauge(meters, "workshop.tenants.at.version", "Schemas of tenants by version");
    behind = gauge(meters, "workshop.tenants.behind", "Tenants with pending migrations");
    unseen = gauge(meters, "workshop.tenants.not.seen", "Tenants whose server did not answer");
    lastRun = gauge(meters, "workshop.tenants.last.run", "When the last run began, in Unix time");
    lastRunFailed = gauge(meters, "workshop.tenants.last.run.failed", "Tenants it could not move");
  }

  void count() {
    try {
      tenants.register(rows("status", registry.counts()), true);
      FleetStatus status = FleetStatus.of(registry.module().tenant(), registry.members());
      versions.register(rows("version", status.versions()), true);
      behind.register(List.of(Row.of(module(), status.behind().size())), true);
      unseen.register(List.of(Row.of(module(), status.unseen().size())), true);
      newestRun().ifPresent(this::show);
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private void show(FleetRunEntry run) {
    Tags tags =
        module()
            .and(
                "operation", run.operation(), "state", run.state().name().toLowerCase(Locale.ROOT));
    lastRun.register(List.of(Row.of(tags, run.startedAt().getEpochSecond())), true);
    lastRunFailed.register(List.of(Row.of(module(), run.failed())), true);
  }

  private Optional<FleetRunEntry> newestRun() throws SQLException {
    return new RunJournal(registry.admin())
        .newest(registry.module().tenant(), 1).stream().findFirst();
  }

  private List<Row<?>> rows(String tag, Map<?, Long> counts) {
    return counts.entrySet().stream()
        .<Row<?>>map(
            entry ->
                Row.of(
                    module().and(tag, entry.getKey().toString().toLowerCase(Locale.ROOT)),
                    entry.getValue()))
        .toList();
  }

  private Tags module() {
    return Tags.of("module", registry.module().name().value());
  }

  private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
    return MultiGauge.builder(name).description(description).register(meters);
  }
}
