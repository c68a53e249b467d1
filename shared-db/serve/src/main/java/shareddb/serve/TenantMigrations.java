package shareddb.serve;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shareddb.tenants.fleet.FleetUpgrade;
import shareddb.tenants.fleet.run.FleetOptions;
import shareddb.tenants.fleet.targets.FleetListener;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.TargetOutcome;
import shareddb.tenants.provision.UnfinishedTenants;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;

/**
 * Applies pending migrations to the schemas of all tenants before they are served. A schema where
 * that fails stays at its version, and does not stop the others from being served.
 */
final class TenantMigrations {

  /** How long the start waits for a lock that another session holds in a tenant's schema. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int NAMED = 5;

  private static final Logger log = LoggerFactory.getLogger(TenantMigrations.class);

  private TenantMigrations() {}

  static void upgrade(TenantRegistry registry) throws SQLException {
    TenantModule module = registry.module();
    FleetOptions options = FleetOptions.USUAL.withRoles(module.roles()).withPatience(PATIENCE);
    FleetResult result =
        FleetUpgrade.run(
            registry.admin(),
            module.tenant(),
            registry.members(),
            Optional.empty(),
            options,
            FleetListener.SILENT);
    finish(registry);
    complaint(result)
        .ifPresent(
            what ->
                log.warn(
                    "{}: {}\n  ./db upgrade {}", module.name(), what, module.tenant().label()));
  }

  /** Completes tenants whose making was stopped, for example by a crash of this API. */
  private static void finish(TenantRegistry registry) throws SQLException {
    UnfinishedTenants.Finished finished = new UnfinishedTenants(registry, PATIENCE).finish();
    if (!finished.whole().isEmpty()) {
      log.info(
          "{}: {} whose making had been stopped, active now; each wants a key: ./db tenants"
              + " rotate-key {}",
          registry.module().name(),
          finished.whole(),
          finished.whole().getFirst());
    }
    finished
        .failed()
        .forEach(
            (name, why) ->
                log.warn(
                    "{}: tenant {} could not be made: {}\n  ./db tenants resume {}",
                    registry.module().name(),
                    name,
                    why,
                    name));
  }

  /** The problem in short: the command that is named says it in full. */
  private static Optional<String> complaint(FleetResult result) {
    return switch (result) {
      case FleetResult.NothingToDo ignored -> Optional.empty();
      case FleetResult.Done done -> failed(done.tally()).or(() -> lost(done.tally()));
      case FleetResult.Stopped stopped -> failed(stopped.tally());
      case FleetResult.Interrupted interrupted ->
          Optional.of("the upgrade of its tenants was interrupted: " + interrupted.why());
      case FleetResult.Occupied ignored ->
          Optional.of("another session upgrades its tenants; they are served as they are");
      case FleetResult.TooFewConnections few ->
          Optional.of(
              "its tenants are served as they are: to upgrade them takes %d connections, and %d of %d are free at %s"
                  .formatted(few.wanted(), few.free(), few.max(), few.server()));
      case FleetResult.UnknownVersion ignored -> Optional.empty();
      case FleetResult.NoUndoScript ignored -> Optional.empty();
    };
  }

  private static Optional<String> failed(FleetResult.Tally tally) {
    List<TargetOutcome.Failed> failed = tally.failed();
    if (failed.isEmpty()) {
      return tally.unreachable().stream()
          .findFirst()
          .map(
              one ->
                  "%d of %d tenants could not be reached: %s"
                      .formatted(tally.unreachable().size(), tally.members(), one.reason()));
    }
    return Optional.of(
        "%d of %d tenants could not be upgraded and are served as they are: %s"
            .formatted(
                failed.size(),
                tally.members(),
                firstOf(
                    failed.stream()
                        .map(one -> one.member() + " (at " + one.to() + ": " + one.reason() + ")")
                        .toList())));
  }

  private static Optional<String> lost(FleetResult.Tally tally) {
    return tally.lost().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d of %d tenants are not whole any more, and nothing is made in their place: %s"
                .formatted(
                    tally.lost().size(),
                    tally.members(),
                    firstOf(
                        tally.lost().stream()
                            .map(one -> one.member() + " (" + one.lost().said() + ")")
                            .toList())));
  }

  private static String firstOf(List<String> all) {
    String some = all.stream().limit(NAMED).collect(Collectors.joining(", "));
    return all.size() > NAMED ? some + ", …" : some;
  }
}
