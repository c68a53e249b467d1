package shareddb.tenants.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.migrate.Downgrade;
import shareddb.migrate.DowngradeTo;
import shareddb.migrate.Upgrade;
import shareddb.migrate.UpgradeResult;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.tenants.fleet.targets.FleetTarget;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

/** What a fleet writes down, held against what Flyway writes. */
@Tag("long")
final class FleetHistoryTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  private FleetFixture fleet;
  private Target other;

  @BeforeEach
  void members() {
    fleet = FleetFixture.of(db.admin(), temporary, "history " + temporary.hashCode(), 3);
    fleet.folder().up("3__end", "-- größer\n/* nothing */ SELECT 1 -- the end, without a line's");
    other = new Target(db.admin(), new SchemaName("other " + temporary.hashCode()));
  }

  @Test
  void itIsColumnByColumnWhatFlywayWrites() throws SQLException {
    fleet.up(FleetFixture.ONE);
    fleet.up();
    Upgrade.run(fleet.folder().track(), other);

    assertThat(rows(fleet.target(2))).isEqualTo(rows(other)).hasSize(4);
    assertThat(form(fleet.target(2))).isEqualTo(form(other)).hasSize(13);
  }

  @Test
  void itIsWhatADowngradeOfOneTargetWrites() throws SQLException {
    fleet.folder().undo("3__end", "SELECT 1;");
    fleet.up();
    assertThat(fleet.down(FleetFixture.ONE)).isInstanceOf(FleetResult.Done.class);
    Upgrade.run(fleet.folder().track(), other);
    Downgrade.run(fleet.folder().track(), other, new DowngradeTo.TheVersion(FleetFixture.ONE));

    assertThat(rows(fleet.target(3))).isEqualTo(rows(other)).hasSize(6);
    assertThat(fleet.status().versions()).containsExactly(Map.entry(FleetFixture.ONE, 3L));
    assertThat(fleet.up()).isInstanceOf(FleetResult.Done.class);
    assertThat(fleet.status().behind()).isEmpty();
  }

  @Test
  void flywayFindsNothingToComplainAboutAndNothingToDo() throws SQLException {
    fleet.up();
    for (FleetTarget member : fleet.members()) {
      assertThat(flyway(member.target()).validateWithResult().validationSuccessful).isTrue();
      assertThat(flyway(member.target()).migrate().migrationsExecuted).isZero();
    }
  }

  @Test
  void afterFlywayThereIsNothingToDo() throws SQLException {
    for (FleetTarget member : fleet.members()) {
      assertThat(Upgrade.run(fleet.folder().track(), member.target()))
          .isInstanceOf(UpgradeResult.Upgraded.class);
    }
    assertThat(fleet.up()).isEqualTo(new FleetResult.NothingToDo(3, FleetFixture.THREE));
  }

  @Test
  void theTimeThatAScriptTookIsInItsRow() throws SQLException {
    fleet.folder().up("4__slow", "SELECT pg_sleep(1);");
    fleet.up();
    String sql = "SELECT execution_time >= 1000 FROM %s WHERE version = '%s'";
    String history = fleet.target(1).historyTable();
    assertThat(Sql.text(db.admin(), sql.formatted(history, "4"))).isEqualTo("t");
    assertThat(Sql.text(db.admin(), sql.formatted(history, "1"))).isEqualTo("f");
  }

  private Flyway flyway(Target target) {
    return Flyway.configure()
        .dataSource(
            target.admin().jdbcUrl(), target.admin().user(), target.admin().password().reveal())
        .locations("filesystem:" + fleet.folder().track().migrations())
        .defaultSchema(target.schema().value())
        .placeholderSeparator("=")
        .placeholders(
            Map.of(
                "flyway:defaultSchema", target.schema().value().replace("\"", "\"\""),
                "api_role", target.apiRole().value().replace("\"", "\"\"")))
        .validateMigrationNaming(true)
        .load();
  }

  /** Without when, and for how long. */
  private static List<Map<String, String>> rows(Target target) throws SQLException {
    return all(
        target,
        "SELECT * FROM " + target.historyTable() + " ORDER BY installed_rank",
        List.of("installed_on", "execution_time"));
  }

  private static List<Map<String, String>> form(Target target) throws SQLException {
    List<Map<String, String>> form = new ArrayList<>();
    String literal = "'" + target.historyTable() + "'::regclass";
    form.addAll(
        all(
            target,
            "SELECT attname, attnum, format_type(atttypid, atttypmod), attnotnull, atthasdef"
                + " FROM pg_attribute WHERE attnum > 0 AND attrelid = "
                + literal,
            List.of()));
    form.addAll(
        all(
            target,
            "SELECT regexp_replace(pg_get_indexdef(indexrelid), 'ON .* USING', 'ON USING')"
                + " FROM pg_index WHERE indrelid = "
                + literal
                + " ORDER BY 1",
            List.of()));
    form.addAll(
        all(
            target,
            "SELECT conname, contype FROM pg_constraint WHERE contype = 'p' AND conrelid = "
                + literal,
            List.of()));
    return form;
  }

  private static List<Map<String, String>> all(Target target, String sql, List<String> without)
      throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Connection connection = target.admin().connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          String value = String.valueOf(result.getString(i));
          row.put(
              result.getMetaData().getColumnName(i),
              value.equals(target.schema().quoted()) ? "the schema" : value);
        }
        row.keySet().removeAll(without);
        rows.add(row);
      }
    }
    return rows;
  }
}
