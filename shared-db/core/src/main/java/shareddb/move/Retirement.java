package shareddb.move;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import shareddb.names.SchemaName;

/** What is left at the source is kept under another name, until somebody takes it away. */
final class Retirement {

  private Retirement() {}

  /**
   * Within the transaction of the switch, where it can be: a database of its own gets its other
   * name afterwards.
   */
  static void of(Place from, Connection connection) throws SQLException {
    switch (from) {
      case ProjectPlace project -> {
        // Its rows are where they were: its own row says that it has moved.
      }
      case TenantPlace place -> {
        if (place.tenant().database().isEmpty()) {
          rename(place, connection);
        }
      }
    }
  }

  private static void rename(TenantPlace place, Connection connection) throws SQLException {
    SchemaName schema = place.target().schema();
    SchemaName retired = place.registry().module().retiredSchemaOf(place.tenant().name());
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "REVOKE USAGE ON SCHEMA %s FROM %s"
              .formatted(schema.quoted(), place.target().apiRole().quoted()));
      statement.execute("ALTER SCHEMA " + schema.quoted() + " RENAME TO " + retired.quoted());
    }
  }
}
