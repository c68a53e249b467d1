package shareddb.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.CoreDatabase;
import shareddb.TrackFolder;
import shareddb.names.SchemaName;
import shareddb.track.Version;

/** Scripts that use a value of an enum type which an earlier script of the same track adds. */
final class EnumValueTest {

  @RegisterExtension static final CoreDatabase db = new CoreDatabase();

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
    Target target = new Target(db.login(), new SchemaName("rebuilt \"mood\""));
    Upgrade.run(folder.track(), target);
    String sorted = sorted(target);

    assertThat(rebuild(target)).isInstanceOf(RebuildResult.Rebuilt.class);

    assertThat(sorted(target)).isEqualTo(sorted).isEqualTo("so so, good, happy, the 'best'");
    Sql.run(
        db.login(),
        "SET search_path = %1$s; ALTER TYPE mood ADD VALUE 'sad' BEFORE 'so so';"
                .formatted(target.schema().quoted())
            + "CREATE INDEX ON day (mood)");
    assertThat(sorted(target)).isEqualTo(sorted);
  }

  @Test
  void aDryRunUsesAValueThatItsEarlierScriptAdded() throws SQLException {
    Target target = new Target(db.login(), new SchemaName("rehearsed"));
    Upgrade.run(folder.track(), target, ONE);
    Planner<UpgradeResult> upgrade =
        UpgradePlan.of(folder.track().readAll(), target, Optional.empty(), true);

    RehearsalResult<UpgradeResult> result =
        Rehearsal.run(target, upgrade, Witness.NONE, UnrecordedCaller.SILENT);

    assertThat(result).isInstanceOf(RehearsalResult.Passed.class);
    assertThat(Upgrade.run(folder.track(), target)).isInstanceOf(UpgradeResult.Upgraded.class);
  }

  @Test
  void aDryRunOfARebuildDoesTheSame() throws SQLException {
    Target target = new Target(db.login(), new SchemaName("rehearsed rebuild"));
    Planner<RebuildResult> rebuild = RebuildPlan.of(target, folder.track().read(), true);

    RehearsalResult<RebuildResult> result =
        Rehearsal.run(target, rebuild, Witness.NONE, UnrecordedCaller.SILENT);

    assertThat(result).isInstanceOf(RehearsalResult.Passed.class);
  }

  private RebuildResult rebuild(Target target) throws SQLException {
    return Rebuild.run(
        "reset",
        folder.track(),
        target,
        folder.track().read(),
        AroundRebuild.NOTHING,
        UnrecordedCaller.SILENT);
  }

  private static String sorted(Target target) throws SQLException {
    return Sql.text(
        db.login(),
        "SELECT string_agg(mood::text, ', ' ORDER BY mood) FROM " + target.schema().quoted("day"));
  }
}
