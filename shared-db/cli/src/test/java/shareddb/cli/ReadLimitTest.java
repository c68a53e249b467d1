package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shareddb.base.jdbc.Query;
import shareddb.base.settings.Login;
import shareddb.cli.command.ExitCode;
import shareddb.cli.lost.CommitLosingProxy;

/** What the tool reads has a limit for each statement. */
final class ReadLimitTest extends SchemaCase {

  @ParameterizedTest
  @ValueSource(strings = {"current", "history", "status", "upgrade --dry-run"})
  void readsOfHistoryHaveLimit(String command) throws IOException {
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
    try (CommitLosingProxy proxy = CommitLosingProxy.before(db.admin().host(), db.admin().port())) {
      Tool watched = tool.with("POSTGRES_PORT", String.valueOf(proxy.port()));
      watched.run((command + (command.equals("status") ? "" : " 00")).split(" ", -1));
      assertThat(proxy.startups("installed_rank, version"))
          .isNotEmpty()
          .allMatch(startup -> startup.contains("statement_timeout=60000"));
    }
  }

  @Test
  void settingsMayHaveAnotherLimit() throws SQLException {
    assertThat(limit(db.admin().reading())).isEqualTo("1min");
    assertThat(limit(db.admin().withSession("statement_timeout=5min").reading())).isEqualTo("5min");
    assertThat(limit(db.admin())).isEqualTo("0");
  }

  private static String limit(Login login) throws SQLException {
    try (Connection connection = login.connect()) {
      return Query.of(connection, "SHOW statement_timeout").one(row -> row.getString(1));
    }
  }
}
