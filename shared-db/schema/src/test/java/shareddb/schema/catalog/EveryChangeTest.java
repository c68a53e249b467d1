package shareddb.schema.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.testing.TestDatabase;

/** Each kind of change to each kind of object is a difference, and changes the fingerprint. */
@Tag("long")
final class EveryChangeTest {

  private static final SchemaName HERE = new SchemaName("here");

  @RegisterExtension static final TestDatabase db = TestDatabase.empty();

  @Test
  void isSeen() throws SQLException {
    List<String> changes =
        Catalog.resource("changes.sql").lines().filter(line -> !line.startsWith("--")).toList();

    assertThat(changes).hasSizeGreaterThan(250);
    assertThat(unseen(changes)).isEmpty();
  }

  @Test
  void thatWasTakenBackIsNoDifference() throws SQLException {
    List<String> changes =
        List.of(
            "REVOKE USAGE ON TYPE mood FROM PUBLIC; GRANT USAGE ON TYPE mood TO PUBLIC",
            "REVOKE EXECUTE ON FUNCTION add_one FROM PUBLIC; GRANT EXECUTE ON FUNCTION add_one TO"
                + " PUBLIC",
            "REVOKE ALL ON children FROM CURRENT_USER; GRANT ALL ON children TO CURRENT_USER",
            "ALTER TABLE children ADD COLUMN x int; ALTER TABLE children DROP COLUMN x");

    assertThat(unseen(changes)).isEqualTo(changes);
  }

  /** The changes, each made on its own, that leave the catalog or the fingerprint as it was. */
  private static List<String> unseen(List<String> changes) throws SQLException {
    List<String> unseen = new ArrayList<>();
    try (Connection connection = db.connect()) {
      assumeThat(connection.getMetaData().getDatabaseMajorVersion())
          .as("some of the changes are new in PostgreSQL 18")
          .isGreaterThanOrEqualTo(18);
      connection.setAutoCommit(false);
      Query.execute(connection, "CREATE SCHEMA here; SET search_path = here");
      Query.execute(connection, Catalog.resource("every-kind.sql"));
      Catalog before = Catalog.read(connection, HERE);
      Fingerprint print = fingerprint(connection);
      Savepoint savepoint = connection.setSavepoint();
      for (String change : changes) {
        Query.execute(connection, change);
        boolean seen = !before.differences(Catalog.read(connection, HERE)).isEmpty();
        if (!seen || fingerprint(connection).equals(print)) {
          unseen.add(change);
        }
        connection.rollback(savepoint);
      }
      assertThat(before.differences(Catalog.read(connection, HERE))).isEmpty();
    }
    return unseen;
  }

  private static Fingerprint fingerprint(Connection connection) throws SQLException {
    return Objects.requireNonNull(Fingerprint.read(connection, List.of(HERE)).get(HERE));
  }
}
