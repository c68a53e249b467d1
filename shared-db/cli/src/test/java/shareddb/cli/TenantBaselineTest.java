package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

/** The schemas of tenants that another tool made, in several shapes. */
final class TenantBaselineTest extends TenantsCase {

  @Test
  void tenantsInThreeShapesAreGroupedAndThoseOfAVersionGetTheirHistory()
      throws SQLException, IOException {
    threeShapesAreTakenOver(4, 3, 1);
  }

  @Test
  @Tag("long")
  void fiftyTenantsInThreeShapes() throws SQLException, IOException {
    threeShapesAreTakenOver(30, 15, 5);
  }

  private void threeShapesAreTakenOver(int two, int one, int changed)
      throws SQLException, IOException {
    int versions = two + one;
    int all = versions + changed;
    threeShapes(two, one, changed);

    Tool.Run shown = tool.run("tenants", "baseline", "--dry-run");
    assertThat(shown.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(shown.out())
        .startsWith(
            "07_test_tenants/tenant: " + all + " tenants without a history, in 3 shapes; 0 with")
        .containsPattern("\n  " + two + " \\(t.*\\): what the track makes at 2, \\d+ objects")
        .containsPattern("\n  " + one + " \\(t1, .*\\): what the track makes at 1, ")
        .containsPattern("\n  " + changed + " \\(t.*\\): no version; the nearest is 2, with 1 diff")
        .contains("column notes.by_hand")
        .contains(versions + " tenants would get a history; nothing was changed");
    assertThat(histories()).isZero();

    Tool.Run taken = tool.run("baseline", "07/tenant");
    assertThat(taken.exit()).isEqualTo(ExitCode.DIFFERS);
    assertThat(taken.out())
        .containsPattern(versions + " tenants recorded as applied, .* \\(run 3\\)\n");
    assertThat(taken.err())
        .containsPattern("make each of " + changed + " \\(t.*\\) what 2 is")
        .contains("./db baseline 07_test_tenants/tenant");
    assertThat(histories()).isEqualTo(versions);
    assertThat(tool.run("tenants", "runs").out()).containsPattern("\n3 .* baseline to 2 ");

    for (int i = versions + 1; i <= all; i++) {
      execute("ALTER TABLE \"07_tenant_t" + i + "\".notes DROP COLUMN by_hand");
    }
    assertThat(tool.run("tenants", "baseline").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("tenants", "upgrade").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("tenants", "drift").exit()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("tenants", "downgrade", "--target", "1", "--yes").out())
        .contains(all + " tenants → 1");
    assertThat(tool.run("tenants", "baseline", "--json").out()).contains("\"with_history\":" + all);
  }

  @Test
  void tenantsCanBeNamedAndOneIsTakenOverAlone() throws SQLException, IOException {
    threeShapes(1, 2, 0);
    assertThat(tool.run("tenants", "baseline", "--tenant", "t1", "--tenant", "t3").out())
        .contains("2 tenants without a history, in 2 shapes");
    assertThat(histories()).isEqualTo(2);
    assertThat(tool.run("baseline", "07/tenant", "--tenant", "t2", "--dry-run").out())
        .contains("is what its track makes at 1, ", "nothing was recorded");
    assertThat(tool.run("baseline", "07/tenant", "--tenant", "t2").exit()).isEqualTo(ExitCode.DONE);
    assertThat(histories()).isEqualTo(3);
  }

  /** Tenants without a history: at version 2, at version 1, and changed by hand. */
  private void threeShapes(int two, int one, int changed) throws SQLException, IOException {
    List<String> names =
        IntStream.rangeClosed(1, two + one + changed).mapToObj(i -> "t" + i).toList();
    tenants(names.toArray(String[]::new));
    migration("2__color", color(), dropColor());
    tool.run("tenants", "upgrade", "--canary", "1");
    for (int i = 1; i <= one; i++) {
      execute("ALTER TABLE \"07_tenant_t" + i + "\".notes DROP COLUMN color");
    }
    for (int i = two + one + 1; i <= names.size(); i++) {
      execute("ALTER TABLE \"07_tenant_t" + i + "\".notes ADD COLUMN by_hand int");
    }
    for (String name : names) {
      execute("DROP TABLE \"07_tenant_" + name + "\".flyway_schema_history");
    }
  }

  private static long histories() throws SQLException {
    return Long.parseLong(
        rows("SELECT count(*) FROM pg_tables WHERE tablename = 'flyway_schema_history'"
                + " AND schemaname LIKE '07\\_tenant\\_t%'")
            .getFirst());
  }
}
