package workshop.zerodowntimetodo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.track.Version;
import shareddb.tracktesting.MigratedDatabase;
import shareddb.tracktesting.TrackRoundTrip;

/** The module's migrations, their back-fill and their undo scripts, with rows in the table. */
final class MigrationsTest {

  private static final Version CONTRACT = Version.parse("6");

  private static final Pattern CHANGED_COLUMN =
      Pattern.compile(
          ".*: Changed\\[object=column \\S+, wanted=at \\d+ (?<wanted>.*), found=at \\d+"
              + " (?<found>.*)]");

  @RegisterExtension
  static final MigratedDatabase db = MigratedDatabase.of("06_zero_downtime_todo");

  @Test
  void upDownAndUpAgainGiveTheSameSchemaEachTime() throws SQLException {
    assertThat(TrackRoundTrip.deviations(db.track(), db.admin(), MigrationsTest::insert))
        .allMatch(MigrationsTest::isOfThePlaceOnly);
  }

  /** A column that an undo script brings back is the last one in its table. */
  private static boolean isOfThePlaceOnly(String deviation) {
    Matcher changed = CHANGED_COLUMN.matcher(deviation);
    return changed.matches() && changed.group("wanted").equals(changed.group("found"));
  }

  private static void insert(Version version, Connection admin) throws SQLException {
    String column = version.compareTo(CONTRACT) < 0 ? "title" : "summary";
    try (Statement statement = admin.createStatement()) {
      statement.execute("INSERT INTO todos (" + column + ") VALUES ('at " + version + "')");
    }
  }
}
