package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shareddb.base.jdbc.Query;
import shareddb.cli.command.ExitCode;

/** A prepared transaction, which no session has any more, holds a lock. */
@Tag("long")
final class PreparedTransactionTest extends SchemaCase {

  private static final String END = "ROLLBACK PREPARED 'it''s'";

  @BeforeEach
  void upgraded() {
    assertThat(tool.run("upgrade", "00").exit()).isEqualTo(ExitCode.DONE);
  }

  @AfterEach
  void end() throws SQLException {
    try (Connection connection = db.connect()) {
      String open = "SELECT gid FROM pg_prepared_xacts WHERE database = current_database()";
      if (!Query.of(connection, open).list(row -> row.getString(1)).isEmpty()) {
        Query.execute(connection, END);
      }
    }
  }

  @Test
  void nextLineEndsIt() throws SQLException {
    prepare("INSERT INTO %s.todos (title) VALUES ('never committed')");
    for (String command : List.of("reset 00 --yes --wait 1", "downgrade 00 --wait 1")) {
      Tool.Run run = tool.run(command.split(" ", -1));
      assertThat(run.exit()).as(run.all()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err())
          .containsPattern("the prepared transaction 'it''s' of user (?s).* prepared \\d+ s ago")
          .contains("--admin \"" + END + "\"     or  COMMIT PREPARED");
    }
    Tool.Run ended = tool.run("sql", "00", "--admin", END);
    assertThat(ended.exit()).as(ended.all()).isEqualTo(ExitCode.DONE);
    assertThat(tool.run("reset", "00", "--yes").exit()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void readsOfHistoryNameIt() throws SQLException {
    prepare("LOCK TABLE %s.flyway_schema_history IN ACCESS EXCLUSIVE MODE");
    Tool.Run current = tool.run("current", "00");
    assertThat(current.exit()).as(current.all()).isEqualTo(ExitCode.DIFFERS);
    assertThat(current.err()).contains("the prepared transaction 'it''s' of user ", END);
  }

  private void prepare(String sql) throws SQLException {
    try (Connection connection = db.connect()) {
      connection.setAutoCommit(false);
      Query.execute(connection, sql.formatted("\"" + schema + "\""));
      Query.execute(connection, "PREPARE TRANSACTION 'it''s'");
    }
  }
}
