package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.cli.command.ExitCode;

/** Downgrades of tenants whose undo scripts drop what has values. */
@Tag("long")
class TenantsDowngradeKeepsRowsTest extends TenantsCase {

  private static final String[] DOWN = {"tenants", "downgrade", "--target", "1"};

  @BeforeEach
  void colors() throws IOException, SQLException {
    tenants("one", "two", "three");
    migration("9__color", color(), dropColor());
    assertThat(tool.run("upgrade", "07/tenant").exit()).isEqualTo(ExitCode.DONE);
    execute("INSERT INTO \"" + schema("one") + "\".notes (body, color) VALUES ('a', 'red')");
    execute("INSERT INTO \"" + schema("two") + "\".notes (body, color) VALUES ('b', 'blue')");
  }

  @Test
  void whatWouldBeLostIsSaidBefore() throws SQLException {
    Tool.Run refused = tool.run(DOWN);
    assertThat(refused.exit()).as(refused.all()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err())
        .contains("column notes.color with a value in 2 rows of 2 tenants", "--snapshot");
    assertThat(versions()).containsExactly("9", "9", "9");
    Tool.Run no = tool.interactive().runTyping("n\n", DOWN);
    assertThat(no.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(no.all()).contains("2 rows of 2 tenants", "nothing was changed");
    assertThat(versions()).containsExactly("9", "9", "9");
  }

  @Test
  void askedForItKeepsThemForEachTenant() throws SQLException {
    Tool.Run down = tool.run("tenants", "downgrade", "--target", "1", "--snapshot", "--yes");
    assertThat(down.exit()).as(down.all()).isEqualTo(ExitCode.DONE);
    assertThat(down.all())
        .contains("kept the rows of 2 tenants", "./db restore 07_test_tenants/tenant --tenant one");
    assertThat(versions()).containsExactly("1", "1", "1");
    Tool.Run back = tool.run("restore", "07/tenant", "--tenant", "two", "--at-its-version");
    assertThat(back.exit()).as(back.all()).isEqualTo(ExitCode.DONE);
    assertThat(rows("SELECT color FROM \"" + schema("two") + "\".notes WHERE color IS NOT NULL"))
        .containsExactly("blue");
  }

  @Test
  void withoutASnapshotItIsDoneWhereItIsSaid() throws SQLException {
    Tool.Run down = tool.run("tenants", "downgrade", "--target", "1", "--yes");
    assertThat(down.exit()).as(down.all()).isEqualTo(ExitCode.DONE);
    assertThat(down.all()).contains("column notes.color", "no snapshot is kept");
    assertThat(versions()).containsExactly("1", "1", "1");
  }
}
