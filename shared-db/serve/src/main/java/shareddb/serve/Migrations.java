package shareddb.serve;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shareddb.base.names.ModuleName;
import shareddb.base.settings.Login;
import shareddb.base.settings.Settings;
import shareddb.base.track.InvalidTrack;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.Workshop;
import shareddb.base.track.WorkshopModule;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.migrate.journal.Journal;
import shareddb.migrate.record.OperationListener;
import shareddb.migrate.record.OperationRecorder;
import shareddb.postgres.server.ServerDatabases;
import shareddb.tenants.registry.TenantModule;
import shareddb.tenants.registry.TenantRegistry;
import shareddb.tenants.registry.UnknownServer;

/**
 * Applies the pending migrations of every module before the server starts. A named database that is
 * away does not stop the others from being served.
 */
final class Migrations {

  private static final Logger log = LoggerFactory.getLogger(Migrations.class);

  private Migrations() {}

  /** Throws if one fails: an API over a schema that is behind would fail later, less clearly. */
  static void upgrade(Workshop workshop, Settings settings, List<ModuleName> modules) {
    List<String> problems = new ArrayList<>();
    for (ModuleName name : modules) {
      WorkshopModule module = workshop.module(name);
      TenantModule.of(module)
          .map(tenants -> upgrade(new TenantRegistry(settings, tenants)))
          .orElseGet(() -> upgrade(module, settings.admin()))
          .forEach(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new ServeException(String.join("\n", problems));
    }
  }

  private static List<String> upgrade(WorkshopModule module, Login admin) {
    return module.tracks().stream()
        .flatMap(track -> upgrade(track, Target.usual(admin, track), admin).stream())
        .toList();
  }

  /** First the shared schema, then the tenants'; if the shared one fails, no tenant's. */
  private static List<String> upgrade(TenantRegistry registry) {
    TenantModule module = registry.module();
    Optional<String> problem =
        upgrade(
                module.shared(),
                new Target(registry.admin(), module.sharedSchema()),
                registry.admin())
            .or(() -> upgradeTenants(registry));
    return problem.stream().toList();
  }

  private static Optional<String> upgradeTenants(TenantRegistry registry) {
    TenantModule module = registry.module();
    try {
      TenantMigrations.upgrade(registry);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(
          module.name() + " is not served: its tenants: " + e.getMessage() + "\n  ./db status");
    } catch (InvalidTrack | UnknownServer e) {
      return Optional.of(module.name() + " is not served: " + e.getMessage());
    }
  }

  private static Optional<String> upgrade(Track track, Target target, Login workshops) {
    try {
      if (!target.admin().equals(workshops)) {
        ServerDatabases.ensure(workshops, target.admin().database());
      }
      return complaint(Upgrade.run(track, target, new StartingApi(workshops)))
          .map(
              what ->
                  track.label() + " is not served: " + what + "\n  ./db upgrade " + track.label());
    } catch (SQLException e) {
      if (!target.admin().equals(workshops) && isAway(e)) {
        log.warn(
            "{}: {} is away; the others are served, and what is pending there is for\n"
                + "  ./db upgrade {}",
            track.label(),
            target.admin().database(),
            track.label());
        return Optional.empty();
      }
      return Optional.of(
          track.label()
              + " is not served: "
              + target
              + " cannot be used: "
              + e.getMessage()
              + "\n  ./db status");
    } catch (InvalidTrack e) {
      return Optional.of(track.label() + " is not served: " + e.getMessage());
    }
  }

  /** The port is closed, the server starts or shuts down, or the database is closed. */
  private static boolean isAway(SQLException error) {
    String state = Optional.ofNullable(error.getSQLState()).orElse("");
    return state.startsWith("08") || state.startsWith("57P") || state.equals("55000");
  }

  /** Waits longer for a lock than a command does: of several APIs that start, one migrates. */
  private record StartingApi(Login workshops) implements OperationListener {

    @Override
    public OperationRecorder recorder() {
      Journal journal = new Journal(workshops);
      return (operation, track, target, from, to) ->
          journal.begin("serve", track, target, from, to);
    }

    @Override
    public void isNotRecorded(String why) {
      log.warn("the journal could not be written: {}", why);
    }

    @Override
    public Duration patience() {
      return Duration.ofMinutes(1);
    }
  }

  /** Why it is not served, in short: the command that is named says it in full. */
  private static Optional<String> complaint(UpgradeResult result) {
    return switch (result) {
      case UpgradeResult.UpToDate ignored -> Optional.empty();
      case UpgradeResult.Upgraded ignored -> Optional.empty();
      case UpgradeResult.ContractWaits ignored -> Optional.empty();
      case UpgradeResult.AlreadyBeyond beyond ->
          Optional.of("version " + beyond.current() + " is applied, which is beyond its files");
      case UpgradeResult.UnknownVersion unknown ->
          Optional.of("it has no version " + unknown.wanted());
      case UpgradeResult.NoHistory none ->
          Optional.of("it has no history, but objects: " + String.join(", ", none.objects()));
      case UpgradeResult.Refused refused ->
          Optional.of("its history and its files do not fit together: " + refused.problems());
      case UpgradeResult.Busy busy ->
          Optional.of(
              "another session migrates it: "
                  + busy.holder().application()
                  + " (session "
                  + busy.holder().pid()
                  + ")");
      case UpgradeResult.Blocked blocked ->
          Optional.of(
              "session "
                  + blocked.blocker().pid()
                  + " holds a lock that a migration behind version "
                  + blocked.current()
                  + " needs");
      case UpgradeResult.Unknown unknown ->
          Optional.of(
              "it is not known how far its migrations came behind version "
                  + unknown.before()
                  + ", as the connection was lost");
      case UpgradeResult.Failed failed ->
          Optional.of(
              "a migration failed behind version " + failed.current() + ": " + failed.report());
    };
  }
}
