package workshop.@package@;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.track.Version;
import shareddb.tracktesting.MigratedDatabase;
import shareddb.tracktesting.TrackRoundTrip;

/** The module's migrations and their undo scripts, with rows in the table. */
final class MigrationsTest {

  @RegisterExtension static final MigratedDatabase db = MigratedDatabase.of("@module@");

  @Test
  void upDownAndUpAgainGiveTheSameSchemaEachTime() throws SQLException {
    assertThat(TrackRoundTrip.deviations(db.track(), db.admin(), MigrationsTest::insert)).isEmpty();
  }

  private static void insert(Version version, Connection admin) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute("INSERT INTO notes (body) VALUES ('at " + version + "')");
    }
  }
}
