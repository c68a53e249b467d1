package shareddb.base.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.testing.TestDatabase;

class QueryTest {

  @RegisterExtension static final TestDatabase database = TestDatabase.empty();

  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = database.connect();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void rowsComeInTheOrderOfTheQuery() throws SQLException {
    Query query = Query.of(connection, "SELECT n FROM generate_series(?, 1, -1) AS n", 3);

    int only = query.one(row -> row.getInt(1));

    assertThat(query.list(row -> row.getInt(1))).containsExactly(3, 2, 1);
    assertThat(query.first(row -> row.getInt(1))).contains(3);
    assertThat(only).isEqualTo(3);
  }

  @Test
  void aQueryWithoutRowsHasNoFirstOne() throws SQLException {
    Query query = Query.of(connection, "SELECT 1 WHERE false");

    assertThat(query.list(row -> row.getInt(1))).isEmpty();
    assertThat(query.first(row -> row.getInt(1))).isEmpty();
    assertThat(query.isTrue()).isFalse();
    assertThatThrownBy(() -> query.one(row -> row.getString(1)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("SELECT 1 WHERE false");
  }

  @Test
  void anOptionalStandsForItsValueOrNull() throws SQLException {
    String sql = "SELECT coalesce(?::text, 'null') || coalesce(?::int, -1)";

    assertThat(texts(sql, Optional.of("a"), OptionalInt.of(7))).containsExactly("a7");
    assertThat(texts(sql, Optional.empty(), OptionalInt.empty())).containsExactly("null-1");
    assertThat(texts(sql, null, 1)).containsExactly("null1");
  }

  private List<String> texts(String sql, @Nullable Object... values) throws SQLException {
    return Query.of(connection, sql, values).list(row -> row.getString(1));
  }

  @Test
  void aCollectionStandsForAnArrayOfTexts() throws SQLException {
    assertThat(Query.of(connection, "SELECT 'b' = ANY (?)", List.of("a", "b")).isTrue()).isTrue();
    assertThat(Query.of(connection, "SELECT 'c' = ANY (?)", List.of("a", "b")).isTrue()).isFalse();
  }

  @Test
  void anUpdateSaysHowManyRowsItChanged() throws SQLException {
    Query.execute(connection, "CREATE TABLE t (n int); INSERT INTO t VALUES (1), (2), (3)");

    assertThat(Query.of(connection, "UPDATE t SET n = n + ? WHERE n > 1", 5).update()).isEqualTo(2);
  }
}
