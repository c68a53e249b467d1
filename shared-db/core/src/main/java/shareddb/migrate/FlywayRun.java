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
    // Nobody is queued behind a migration that waits for a forgotten transaction; and what exists
    // already where a script says IF NOT EXISTS is no news.
    Login admin = target.admin().withSession("lock_timeout=10s", "client_min_messages=warning");
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(admin.jdbcUrl(), admin.user(), admin.password().reveal())
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
    return configuration.load();
  }
}
