package shareddb.schema.drift;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.base.names.SchemaName;
import shareddb.migrate.DryRunObserver;
import shareddb.schema.catalog.Catalog;

/** The changes that a dry run would make in a schema, object by object. */
public final class DryRunEffect implements DryRunObserver {

  private final SchemaName schema;
  private Catalog before = Catalog.EMPTY;
  private Catalog after = Catalog.EMPTY;

  public DryRunEffect(SchemaName schema) {
    this.schema = schema;
  }

  @Override
  public void before(Connection connection) throws SQLException {
    before = Catalog.read(connection, schema);
  }

  @Override
  public void after(Connection connection) throws SQLException {
    after = Catalog.read(connection, schema);
  }

  /** The comparison of before and after: objects that are missing afterwards would be dropped. */
  public CatalogComparison comparison() {
    return CatalogComparison.of(before, after);
  }
}
