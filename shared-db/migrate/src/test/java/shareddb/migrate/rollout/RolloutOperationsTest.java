package shareddb.migrate.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.Upgrade;
import shareddb.migrate.record.OperationRecorder;
import shareddb.migrate.role.ApiRole;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** Each kind of change, while a session of the old and one of the new version write. */
final class RolloutOperationsTest {

  private static final RolloutListener SILENT = () -> OperationRecorder.UNRECORDED;

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  /** A session that repeats one statement until it is stopped, and counts what fails. */
  private static final class Writer implements AutoCloseable {

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong written = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopped;

    private Writer(Target target, String version, String sql) {
      thread = Thread.ofPlatform().start(() -> work(target, version, sql));
    }

    private void work(Target target, String version, String sql) {
      String schema = target.schema().value();
      String path = "\"%s@%s\", \"%s\"".formatted(schema, version, schema);
      try (Connection connection = ApiRole.login(target).connect()) {
        Query.execute(connection, "SET application_name = '" + schema + "@" + version + "'");
        Query.execute(connection, "SET search_path = " + path);
        while (!stopped) {
          Query.execute(connection, sql);
          written.incrementAndGet();
        }
      } catch (SQLException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }

    private void more(int count) {
      long wanted = written.get() + count;
      long deadline = System.nanoTime() + 30_000_000_000L;
      while (written.get() < wanted && failures.isEmpty() && System.nanoTime() < deadline) {
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(failures).isEmpty();
      assertThat(written.get()).isGreaterThanOrEqualTo(wanted);
    }

    private void stop() throws InterruptedException {
      stopped = true;
      thread.join();
    }

    @Override
    public void close() {
      stopped = true;
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RENAME_COLUMN_AT_ONCE", "CHANGE_TYPE"})
  void noStatementOfEitherVersionFails(RolloutOperation operation) throws Exception {
    rollsOut(operation);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RENAME_COLUMN_AT_ONCE", "CHANGE_TYPE"})
  void norDoesOneInAnyOtherChange(RolloutOperation operation) throws Exception {
    rollsOut(operation);
  }

  private void rollsOut(RolloutOperation operation) throws Exception {
    TrackFolder folder = folder(operation);
    Target target =
        new Target(db.admin(), new SchemaName("op_" + operation.name().toLowerCase(Locale.ROOT)));
    Upgrade.run(folder.track(), target, Version.parse("1"));
    Sql.run(
        db.admin(),
        "INSERT INTO %s (title, rank, parent) SELECT 'todo', n, nullif(n, n)"
                .formatted(target.schema().quoted("todos"))
            + " FROM generate_series(1, 500) AS n");
    try (Writer old = new Writer(target, "1", operation.oldWrite())) {
      old.more(20);
      assertThat(rollOut(folder, target, RolloutPhase.BACKFILL))
          .isInstanceOf(RolloutResult.Reached.class);
      old.more(20);
      try (Writer young = new Writer(target, "3", operation.newWrite())) {
        young.more(20);
        old.more(20);
        old.stop();
        assertThat(rollOut(folder, target, RolloutPhase.CONTRACT))
            .isInstanceOf(RolloutResult.Completed.class);
        young.more(20);
      }
    }
  }

  private static RolloutResult rollOut(TrackFolder folder, Target target, RolloutPhase until)
      throws SQLException {
    RolloutGoal goal = new RolloutGoal(until, Duration.ZERO);
    return Rollout.run(folder.track(), target, goal, SILENT);
  }

  private TrackFolder folder(RolloutOperation operation) {
    TrackFolder folder =
        TrackFolder.in(temporary)
            .up(
                "1__todos",
                """
                CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";
                CREATE TABLE "${flyway:defaultSchema}".todos (
                    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    title  text NOT NULL,
                    rank   int NOT NULL DEFAULT 0,
                    parent bigint
                );
                GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO "${api_role}";
                GRANT SELECT, INSERT, UPDATE, DELETE
                    ON "${flyway:defaultSchema}".todos TO "${api_role}";
                """)
            .up("2__expand", operation.expand())
            .up("3__contract", operation.contract());
    return operation.backfill().isEmpty()
        ? folder
        : folder.write("backfill/V2__expand.sql", operation.backfill());
  }
}
