package shareddb.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Version;
import shareddb.migrate.record.UnrecordedListener;
import shareddb.migrate.script.Planner;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;
import shareddb.testing.TrackFolder;

/** Scripts that use a value of an enum type which an earlier script of the same track adds. */
final class EnumValueTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  private static final Version ONE = Version.parse("1");

  @TempDir private Path temporary;

  private TrackFolder folder;

  @BeforeEach
  void folder() {
    folder =
        TrackFolder.in(temporary)
            .up("1__mood", "CREATE TYPE mood AS ENUM ('so so', 'happy');")
            .up(
                "2__more",
                "ALTER TYPE mood ADD VALUE 'good' BEFORE 'happy';"
                    + "ALTER TYPE mood ADD VALUE 'the ''best''';")
            .up(
                "3__used",
                "CREATE TABLE day (mood mood DEFAULT 'good');"
                    + "INSERT INTO day VALUES ('happy'), (DEFAULT), ('the ''best'''), ('so so');");
  }

  @Test
  void aRebuildMakesWhatAnUpgradeMakes() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("rebuilt \"mood\""));
    Upgrade.run(folder.track(), target);
    String sorted = sorted(target);

    assertThat(rebuild(target)).isInstanceOf(RebuildResult.Rebuilt.class);

    assertThat(sorted(target)).isEqualTo(sorted).isEqualTo("so so, good, happy, the 'best'");
    Sql.run(
        db.admin(),
        "SET search_path = %1$s; ALTER TYPE mood ADD VALUE 'sad' BEFORE 'so so';"
                .formatted(target.schema().quoted())
            + "CREATE INDEX ON day (mood)");
    assertThat(sorted(target)).isEqualTo(sorted);
  }

  @Test
  void aDryRunUsesAValueThatItsEarlierScriptAdded() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("rehearsed"));
    Upgrade.run(folder.track(), target, ONE);
    Planner<UpgradeResult> upgrade =
        UpgradePlan.of(folder.track().readAll(), target, Optional.empty(), true);

    DryRunResult<UpgradeResult> result =
        DryRun.run(target, upgrade, DryRunObserver.NONE, UnrecordedListener.SILENT);

    assertThat(result).isInstanceOf(DryRunResult.Passed.class);
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
  }

  @Test
  void aDryRunOfARebuildDoesTheSame() throws SQLException {
    Target target = new Target(db.admin(), new SchemaName("rehearsed rebuild"));
    Planner<RebuildResult> rebuild = RebuildPlan.of(target, folder.track().read(), true);

    DryRunResult<RebuildResult> result =
        DryRun.run(target, rebuild, DryRunObserver.NONE, UnrecordedListener.SILENT);

    assertThat(result).isInstanceOf(DryRunResult.Passed.class);
  }

  private RebuildResult rebuild(Target target) throws SQLException {
    return Rebuild.run(
        "reset",
        folder.track(),
        target,
        folder.track().read(),
        RebuildHooks.NOTHING,
        UnrecordedListener.SILENT);
  }

  private static String sorted(Target target) throws SQLException {
    return Sql.text(
        db.admin(),
        "SELECT string_agg(mood::text, ', ' ORDER BY mood) FROM " + target.schema().quoted("day"));
  }
}
