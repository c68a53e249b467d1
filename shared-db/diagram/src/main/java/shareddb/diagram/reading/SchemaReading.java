package shareddb.diagram.reading;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.jdbc.Query;
import shareddb.base.names.SchemaName;
import shareddb.diagram.model.Diagram;
import shareddb.schema.catalog.Catalog;

/**
 * A schema as it is read for a diagram: what is drawn, and the definitions of all its objects,
 * which a comparison needs.
 */
public record SchemaReading(Diagram diagram, Catalog catalog) {

  /** Reads one schema. The connection is only for this: its search_path becomes the schema. */
  public static SchemaReading of(Connection connection, SchemaName schema) throws SQLException {
    String path = "SELECT set_config('search_path', ?, false)";
    Query.of(connection, path, schema.quoted()).each(row -> {});
    return new SchemaReading(
        new DiagramReader(connection, schema).read(), Catalog.read(connection, schema));
  }

  /** Returns whether the schema has nothing in it, or does not exist. */
  public boolean isEmpty() {
    return catalog.definitions().isEmpty();
  }
}
