package shareddb.migrate;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import shareddb.settings.Login;
import shareddb.track.Track;
import shareddb.track.Version;

/** The one place where Flyway is configured. */
final class FlywayRun {

  private FlywayRun() {}

  static Flyway on(Track track, Target target, Version upTo) {
    Login admin = target.admin();
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(admin.jdbcUrl(), admin.user(), admin.password().reveal())
            .locations("filesystem:" + track.migrations())
            .failOnMissingLocations(true)
            .defaultSchema(target.schema().value())
            .table(Target.HISTORY_TABLE)
            .target(upTo.toString())
            .placeholders(Placeholders.of(target))
            .installedBy(System.getProperty("user.name"))
            // A misnamed file would be skipped in silence otherwise.
            .validateMigrationNaming(true)
            .cleanDisabled(true)
            // Nobody is queued behind a migration that waits for a forgotten transaction.
            .initSql("SET lock_timeout = '10s'");
    // Flyway's own lock would otherwise be a transaction that CREATE INDEX CONCURRENTLY waits for.
    configuration
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    return configuration.load();
  }
}
