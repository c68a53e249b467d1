package shareddb.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import shareddb.base.settings.Login;
import shareddb.base.settings.WaitLimits;
import shareddb.base.track.Placeholders;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackReading;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;
import shareddb.migrate.script.AppliedStep;
import shareddb.migrate.script.ScriptText;

/** The one place where Flyway is configured. */
public final class FlywaySetup {

  private FlywaySetup() {}

  /**
   * The settings of the session that migrates: nobody is queued behind it for long, and what exists
   * already where a script says IF NOT EXISTS is no news.
   */
  static Login session(Target target) {
    return target
        .admin()
        .withSession(WaitLimits.lockTimeout(WaitLimits.TRY), "client_min_messages=warning");
  }

  /** What becomes of the repeatable migrations, which Flyway would run in any case. */
  enum Repeatables {
    AS_EVER,
    /** Versions that they may need are still to come. */
    NOT_YET
  }

  /** As everybody uses it. Flyway closes the connection. */
  public static Flyway on(Connection connection, Track track, Target target, Version upTo) {
    return configuration(connection, track, target, upTo).load();
  }

  /** The same with scripts that are read by the one reader of this tool, where Flyway lets it. */
  public static Flyway on(
      Connection connection, Track track, Target target, Version upTo, Repeatables repeatables) {
    FluentConfiguration configuration = configuration(connection, track, target, upTo);
    TrackReading reading = track.readAll();
    boolean isForFlyway =
        reading.scripts().stream().anyMatch(s -> ScriptText.isForFlyway(s.file()));
    if (!isForFlyway) {
      List<UpgradeScript> scripts =
          repeatables == Repeatables.NOT_YET
              ? List.copyOf(reading.migrations())
              : reading.scripts();
      configuration.skipDefaultResolvers(true).resolvers(new FlywayScripts(scripts, target));
    } else if (repeatables == Repeatables.NOT_YET) {
      // The track was read: there are no misnamed files that this could hide.
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
            // Flyway's own ${flyway:defaultSchema} is the bare name, which breaks between quotes
            // where the name has a quote in it. With another separator the word is ours to set.
            .placeholderSeparator("=")
            .placeholders(Placeholders.of(target))
            .installedBy(System.getProperty("user.name"))
            // A misnamed file would be skipped in silence otherwise.
            .validateMigrationNaming(true)
            .cleanDisabled(true);
    // Flyway's own lock would otherwise be a transaction that CREATE INDEX CONCURRENTLY waits for.
    configuration
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return configuration;
  }

  /** What Flyway tells of a script that it applied. */
  static AppliedStep step(MigrateOutput output) {
    return new AppliedStep(
        Optional.ofNullable(output.version).filter(v -> !v.isEmpty()).map(Version::parse),
        output.description,
        output.filepath,
        Duration.ofMillis(output.executionTime));
  }

  /** What the driver said, where it was the driver that failed. */
  static Optional<SQLException> sqlError(FlywayException error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
