package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.base.names.SchemaName;
import shareddb.base.track.Target;
import shareddb.base.track.Track;
import shareddb.base.track.TrackSearch;
import shareddb.base.track.Version;
import shareddb.base.track.Workshop;
import shareddb.cli.command.ExitCode;
import shareddb.migrate.FlywaySetup;

/**
 * Schemas of another hand are taken over, upgraded, downgraded and compared; afterwards Flyway
 * itself finds nothing wrong with their histories.
 */
final class TakenOverTest extends TenantsCase {

  @Test
  void aSchemaMadeByHand() throws SQLException {
    madeByHand("by_hand");
    done("baseline", "00", "--schema", "by_hand");
    upAndDown("by_hand", "1");
  }

  @Test
  void aSchemaMadeByFlyway() throws SQLException {
    // The tool makes the role, to which the migrations grant rights.
    done("upgrade", "00", "--schema", "by_flyway", "--target", "1");
    execute("DROP SCHEMA by_flyway CASCADE");
    flyway(track("00"), target("by_flyway"), "3").migrate();
    upAndDown("by_flyway", "1");
  }

  @Test
  void aSchemaWithFlywaysBaseline() throws SQLException {
    madeByHand("by_baseline");
    Flyway.configure()
        .configuration(flyway(track("00"), target("by_baseline"), "latest").getConfiguration())
        .baselineVersion("2")
        .load()
        .baseline();
    upAndDown("by_baseline", "2");
  }

  @Test
  void aFleetInThreeShapes() throws SQLException, IOException {
    fleet(2, 1, 1);
  }

  @Test
  @Tag("long")
  void aFleetOfFiftyInThreeShapes() throws SQLException, IOException {
    fleet(30, 15, 5);
  }

  private void fleet(int two, int one, int changed) throws SQLException, IOException {
    List<String> names =
        IntStream.rangeClosed(1, two + one + changed).mapToObj(i -> "t" + i).toList();
    tenants(names.toArray(String[]::new));
    migration("2__color", color(), dropColor());
    done("tenants", "upgrade");
    for (int i = 0; i < names.size(); i++) {
      String notes = "ALTER TABLE \"" + schema(names.get(i)) + "\".notes ";
      if (i < one) {
        execute(notes + "DROP COLUMN color");
      } else if (i < one + changed) {
        execute(notes + "ADD COLUMN by_hand int");
      }
      execute("DROP TABLE \"" + schema(names.get(i)) + "\".flyway_schema_history");
    }

    assertThat(tool.run("tenants", "baseline").exit()).isEqualTo(ExitCode.DIFFERS);
    done("tenants", "sql", "ALTER TABLE notes DROP COLUMN IF EXISTS by_hand", "--write", "--admin");
    done("tenants", "baseline");
    done("tenants", "upgrade");
    done("tenants", "drift");
    done("tenants", "downgrade", "--target", "1", "--yes");
    done("tenants", "drift");
    done("tenants", "upgrade");
    for (String name : names) {
      assertFlywayIsContent(track("07/tenant"), target(schema(name)));
    }
  }

  private void upAndDown(String schema, String down) throws SQLException {
    done("upgrade", "00", "--schema", schema);
    done("drift", "00", "--schema", schema);
    assertFlywayIsContent(track("00"), target(schema));
    done("downgrade", "00", "--schema", schema, "--target", down, "--yes");
    done("drift", "00", "--schema", schema);
    assertFlywayIsContent(track("00"), target(schema));
    done("upgrade", "00", "--schema", schema);
    assertFlywayIsContent(track("00"), target(schema));
  }

  /** As version 2 of the track, by nothing that writes a history. */
  private void madeByHand(String schema) throws SQLException {
    done("upgrade", "00", "--schema", schema, "--target", "2");
    execute("DROP TABLE \"" + schema + "\".flyway_schema_history");
  }

  private void done(String... arguments) {
    Tool.Run run = tool.run(arguments);
    assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.DONE);
  }

  private static void assertFlywayIsContent(Track track, Target target) throws SQLException {
    Flyway flyway =
        Flyway.configure()
            .configuration(flyway(track, target, "latest").getConfiguration())
            .ignoreMigrationPatterns("*:pending")
            .load();
    assertThat(flyway.validateWithResult().invalidMigrations).isEmpty();
  }

  private static Flyway flyway(Track track, Target target, String upTo) throws SQLException {
    Flyway usual = FlywaySetup.on(target.admin().connect(), track, target, Version.parse("1"));
    return Flyway.configure().configuration(usual.getConfiguration()).target(upTo).load();
  }

  private Track track(String name) {
    return ((TrackSearch.Found) Workshop.at(root).find(name)).track();
  }

  private static Target target(String schema) {
    return new Target(db.admin(), new SchemaName(schema));
  }
}
