package shareddb.migrate;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.api.migration.baseline.BaselineResolvedMigration;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.jdbc.Results;
import org.flywaydb.core.internal.resolver.ResolvedMigrationImpl;
import shareddb.base.jdbc.SqlExecution;
import shareddb.base.track.Migration;
import shareddb.base.track.Placeholders;
import shareddb.base.track.ScriptText;
import shareddb.base.track.Target;
import shareddb.base.track.UpgradeScript;
import shareddb.base.track.Version;

/**
 * Gives Flyway the scripts of a track, and runs each script when Flyway asks for it. Flyway's own
 * parser would read some scripts differently from the other commands: it loses a parenthesis at the
 * beginning of a statement, and it does not return from COPY data without an end. Flyway still
 * decides the order, opens the transactions and writes the history rows.
 */
record FlywayScripts(List<UpgradeScript> scripts, Target target) implements MigrationResolver {

  @Override
  public Collection<ResolvedMigration> resolveMigrations(Context context) {
    return scripts.stream().map(script -> resolved(script, context)).toList();
  }

  private ResolvedMigration resolved(UpgradeScript script, Context context) {
    MigrationVersion version =
        script.brings().map(Version::toString).map(MigrationVersion::fromVersion).orElse(null);
    Integer checksum = Placeholders.checksum(script, target);
    String file = script.file().toAbsolutePath().toString();
    Executor executor = new Executor(ScriptText.of(script.file()), target);
    return script instanceof Migration migration && migration.isBase()
        ? new BaselineResolvedMigration(
            version,
            script.description(),
            script.script(),
            checksum,
            checksum,
            file,
            executor,
            context.configuration)
        : new ResolvedMigrationImpl(
            version,
            script.description(),
            script.script(),
            checksum,
            checksum,
            CoreMigrationType.SQL,
            file,
            executor);
  }

  /** Runs one script, in the session and the transaction that Flyway has opened for it. */
  private record Executor(ScriptText script, Target target) implements MigrationExecutor {

    @Override
    public List<Results> execute(org.flywaydb.core.api.executor.Context context)
        throws SQLException {
      try {
        SqlExecution.run(context.getConnection(), script.on(target));
      } catch (IllegalArgumentException e) {
        throw new FlywayException(e.getMessage(), e);
      }
      return List.of();
    }

    @Override
    public boolean canExecuteInTransaction() {
      return script.inOneTransaction();
    }

    @Override
    public boolean shouldExecute() {
      return true;
    }
  }
}
