package shareddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import shareddb.testing.TestDatabase;

/** The tool in one database, with a checkout and a schema for each test. */
abstract class SchemaCase {

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @TempDir Path root;

  Tool tool;
  String schema;

  @BeforeEach
  void tool(TestInfo test) throws IOException {
    schema = "cli_" + test.getDisplayName().replaceAll("\\W", "");
    tool = Tool.in(root, db.admin()).with("WORKSHOP_SCHEMA", schema);
  }

  /** The first value of the last statement. */
  String query(String sql) throws SQLException {
    try (Connection connection = db.admin().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = \"" + schema + "\"");
      for (boolean rows = statement.execute(sql); !rows; rows = statement.getMoreResults()) {
        assertThat(statement.getUpdateCount()).isNotNegative();
      }
      try (ResultSet result = statement.getResultSet()) {
        return result.next() ? String.valueOf(result.getString(1)) : "no row";
      }
    }
  }
}
