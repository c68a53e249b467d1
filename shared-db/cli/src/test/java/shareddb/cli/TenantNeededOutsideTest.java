package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

/** A tenant on whose schema something in another one depends. */
class TenantNeededOutsideTest extends TenantsCase {

  @Test
  void aSchemaOnWhichAnotherOneDependsIsNotDropped() throws SQLException {
    tenants("needed");
    execute("CREATE SCHEMA other");
    execute("CREATE VIEW other.all_notes AS SELECT body FROM \"" + schema("needed") + "\".notes");
    Tool.Run removed = tool.run("tenants", "remove", "needed", "--yes", "needed");
    assertThat(removed.exit()).as(removed.all()).isEqualTo(ExitCode.FAILED);
    assertThat(removed.err())
        .contains("1 object outside of \"" + schema("needed") + "\"", "view other.all_notes")
        .contains("nothing was changed");
    assertThat(rows("SELECT status FROM \"" + MODULE + "\".tenant_registry"))
        .containsExactly("active");
    execute("DROP SCHEMA other CASCADE");
    assertThat(tool.run("tenants", "remove", "needed", "--yes", "needed").exit())
        .isEqualTo(ExitCode.DONE);
  }
}
