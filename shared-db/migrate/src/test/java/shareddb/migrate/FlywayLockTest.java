package shareddb.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.migrate.lock.HistoryLock;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** That our lock is Flyway's: nothing but a Flyway that really migrates can prove it. */
final class FlywayLockTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void aFlywayThatMigratesHoldsIt() throws SQLException {
    Track track =
        TrackFolder.in(temporary)
            .up(
                "1__look",
                """
                CREATE SCHEMA IF NOT EXISTS "${flyway:defaultSchema}";
                CREATE TABLE "${flyway:defaultSchema}".held AS
                SELECT classid::bigint << 32 | objid::bigint AS key
                FROM pg_locks WHERE locktype = 'advisory' AND pid <> 0 AND objsubid = 1;
                """)
            .track();
    Target target = new Target(db.admin(), new SchemaName("a \"quoted\" one"));

    assertThat(Upgrade.run(track, target)).isInstanceOf(UpgradeResult.Upgraded.class);

    String held = "SELECT count(*) FROM " + target.schema().quoted("held") + " WHERE key = ";
    assertThat(Sql.text(db.admin(), held + HistoryLock.key(target))).isEqualTo("1");
    try (Connection connection = db.connect()) {
      assertThat(HistoryLock.take(connection, target)).as("it is free again").isEmpty();
    }
  }
}
