package shareddb.tenants.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.tenants.fleet.targets.FleetResult;
import shareddb.testing.Sql;
import shareddb.testing.TestDatabase;

/** A fleet's run does not step over a contract while a target has rows that are not filled. */
final class FleetContractTest {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir private Path temporary;

  @Test
  void aTargetWithRowsStaysExpandedAndAnEmptyOneIsCompleted() throws SQLException {
    FleetFixture fleet = FleetFixture.of(db.admin(), temporary, "contract", 3);
    fleet.up();
    fleet.run(2, "INSERT INTO %s (body) VALUES ('precious')");
    fleet
        .folder()
        .up("3__text", FleetFixture.alter("ADD COLUMN text text"))
        .write(
            "backfill/V3__text.sql",
            """
            UPDATE "${flyway:defaultSchema}".notes SET text = body WHERE ${batch:notes};
            SELECT id FROM "${flyway:defaultSchema}".notes WHERE text IS NULL;
            """)
        .up("4__text_contract", "-- contract of V3\n" + FleetFixture.alter("DROP COLUMN body"));

    FleetResult.Tally tally = FleetFixture.done(fleet.up());

    assertThat(tally.moved()).isEqualTo(2);
    assertThat(tally.failed())
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.to()).isEqualTo(FleetFixture.THREE);
              assertThat(failed.reason()).contains("1 row is not filled as it needs them");
            });
    assertThat(Sql.text(db.admin(), "SELECT body FROM " + fleet.target(2).schema().quoted("notes")))
        .isEqualTo("precious");
  }
}
