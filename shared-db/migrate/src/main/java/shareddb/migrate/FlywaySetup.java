package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Placeholders;
import shareddb.base.track.ScriptText;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.script.AppliedStep;

/** The only place that configures Flyway. */
public final class FlywaySetup {

  private FlywaySetup() {}

  /**
   * The settings of the session that migrates. Its short lock_timeout keeps other sessions from
   * waiting long behind it. The notices of IF NOT EXISTS are switched off.
   */
  static Login session(Target target) {
    return target
        .admin()
        .withSession(WaitLimits.lockTimeout(WaitLimits.TRY), "client_min_messages=warning");
  }

  /** Whether Flyway runs the repeatable migrations, which it does by default. */
  enum Repeatables {
    AS_EVER,
    /** Not in this call: they may need versions that are still pending. */
    NOT_YET
  }

  /** Flyway with its own reader of scripts. Flyway closes the connection. */
  public static Flyway on(Connection connection, Track track, Target target, Version upTo) {
    return configuration(connection, track, target, upTo).load();
  }

  /**
   * Flyway with this tool's reader of scripts. Flyway's own reader stays if a script has Flyway
   * settings that only Flyway understands.
   */
  public static Flyway on(
      Connection connection, Track track, Target target, Version upTo, Repeatables repeatables) {
    FluentConfiguration configuration = configuration(connection, track, target, upTo);
    TrackReading reading = track.readAll();
    boolean isForFlyway =
        reading.scripts().stream().anyMatch(s -> ScriptText.isForFlyway(s.file()));
    if (!isForFlyway) {
      List<UpgradeScript> scripts =
          Stream.<UpgradeScript>concat(
                  reading.upTo(upTo).bases().stream(),
                  repeatables == Repeatables.NOT_YET
                      ? reading.migrations().stream()
                      : reading.scripts().stream())
              .toList();
      configuration.skipDefaultResolvers(true).resolvers(new FlywayScripts(scripts, target));
    } else if (repeatables == Repeatables.NOT_YET) {
      // The track was read before: it has no misnamed files that this setting could hide.
      configuration.repeatableSqlMigrationPrefix("not yet ").validateMigrationNaming(false);
    }
    if (repeatables == Repeatables.NOT_YET) {
      configuration.ignoreMigrationPatterns("*:future", "repeatable:missing");
    }
    return configuration.load();
  }

  private static FluentConfiguration configuration(
      Connection connection, Track track, Target target, Version upTo) {
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(new SingleConnectionDataSource(connection))
            .locations("filesystem:" + track.migrations())
            .failOnMissingLocations(true)
            .defaultSchema(target.schema().value())
            .table(Target.HISTORY_TABLE)
            .target(upTo.toString())
            // Flyway's own ${flyway:defaultSchema} is the bare name. Between quotes it breaks if
            // the name contains a quote. With another separator this tool can set the
            // placeholder itself.
            .placeholderSeparator("=")
            .placeholders(Placeholders.of(target))
            .installedBy(System.getProperty("user.name"))
            // Without this, Flyway skips a misnamed file silently.
            .validateMigrationNaming(true)
            .cleanDisabled(true);
    // Flyway's transactional lock would be an open transaction, and CREATE INDEX CONCURRENTLY
    // would wait for it.
    configuration
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return configuration;
  }

  /** The step that Flyway reports for a script that it applied. */
  static AppliedStep step(MigrateOutput output) {
    return new AppliedStep(
        Optional.ofNullable(output.version).filter(v -> !v.isEmpty()).map(Version::parse),
        output.description,
        output.filepath,
        Duration.ofMillis(output.executionTime));
  }

  /** The driver's error, if the cause of Flyway's error is one. */
  static Optional<SQLException> sqlError(FlywayException error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
