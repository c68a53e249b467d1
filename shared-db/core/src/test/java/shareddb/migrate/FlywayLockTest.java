package shareddb.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.CoreDatabase;
import shareddb.TrackFolder;
import shareddb.names.SchemaName;
import shareddb.track.Track;

/** That our lock is Flyway's: nothing but a Flyway that really migrates can prove it. */
final class FlywayLockTest {

  @RegisterExtension static final CoreDatabase db = new CoreDatabase();

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
    Target target = new Target(db.login(), new SchemaName("a \"quoted\" one"));

    assertThat(Upgrade.run(track, target)).isInstanceOf(UpgradeResult.Upgraded.class);

    String held = "SELECT count(*) FROM " + target.schema().quoted("held") + " WHERE key = ";
    assertThat(Sql.text(db.login(), held + HistoryLock.key(target))).isEqualTo("1");
    try (Connection connection = db.connect()) {
      assertThat(HistoryLock.take(connection, target)).as("it is free again").isEmpty();
    }
  }
}
