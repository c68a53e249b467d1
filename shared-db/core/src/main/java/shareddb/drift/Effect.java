package shareddb.drift;

import java.sql.Connection;
import java.sql.SQLException;
import shareddb.catalog.Catalog;
import shareddb.migrate.Witness;
import shareddb.names.SchemaName;

/** What a rehearsal would change in a schema, object by object. */
public final class Effect implements Witness {

  private final SchemaName schema;
  private Catalog before = Catalog.EMPTY;
  private Catalog after = Catalog.EMPTY;

  public Effect(SchemaName schema) {
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

  /** What is missing afterwards is what would be dropped. */
  public Comparison comparison() {
    return Comparison.of(before, after);
  }
}
